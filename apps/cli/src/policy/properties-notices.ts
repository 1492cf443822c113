import type { NoticeInput } from '@topodiff/report';

/** A config.properties that a pool names and that cannot be used: the pool is then read without it. */
export function unusableProperties(
  path: string,
  {
    pool,
    policyName,
    detail,
  }: { readonly pool: string; readonly policyName: string; readonly detail: string },
): NoticeInput {
  return {
    code: 'config-properties-missing',
    severity: 'warning',
    message: `${path}, which the pool ${pool} of ${policyName} names, cannot be used: ${detail}. Its models are read without it.`,
    path,
  };
}

/** A config.properties that the change adds: base is read without it. */
export function propertiesNotAtBase(path: string): NoticeInput {
  return {
    code: 'config-properties-on-one-side',
    severity: 'info',
    message: `${path} does not exist at base: that side is read without it.`,
    path,
  };
}
