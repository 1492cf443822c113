import type { Report } from '@topodiff/report';
import { textLimits } from '../limits.ts';
import { cutMiddle } from './cut-text.ts';
import { isChanged } from './is-changed.ts';
import { quantity } from './quantity.ts';

/** `main@aa11bb2`; a commit that is called by its id is not named twice. */
export function revisionText({ name, sha }: { readonly name: string; readonly sha: string | null }): string {
  const short = sha?.slice(0, 7);
  if (short === undefined || sha === name) return cutMiddle(short ?? name, textLimits.name);
  return `${cutMiddle(name, textLimits.name)}@${short}`;
}

/** How far the base branch has moved on, and whether that concerns these files; null when it has not. */
export function driftWords({ comparison }: Report): { readonly tip: string; readonly words: string } | null {
  const drift = comparison?.drift ?? null;
  if (drift === null || drift.commits === 0) return null;
  const touched =
    drift.models.length === 0
      ? 'none touch these files'
      : `${quantity(drift.models.length, 'model')} changed there`;
  return {
    tip: revisionText(drift.tip),
    words: `has moved ${quantity(drift.commits, 'commit')}, ${touched}`,
  };
}

/** The policy that judged the report, where it was read, and what it changes for all models; null without one. */
export function policyWords({
  policy,
}: Report): { readonly path: string; readonly revision: string | null; readonly more: string } | null {
  if (policy === null) return null;
  return {
    path: cutMiddle(policy.path, textLimits.path),
    revision: policy.revision === null ? null : revisionText(policy.revision),
    more: `${policy.preset === 'recommended' ? '' : `, preset ${policy.preset}`}${policy.isOnlyNew ? ', only new findings block' : ''}`,
  };
}

/** `14 files read, 2 changed, 0 skipped`. */
export function countsPhrase({ models, skipped, comparison, fleet }: Report): string {
  const changed = comparison === null ? [] : [`${models.filter(isChanged).length} changed`];
  return [
    `${quantity(models.length + fleet.untouched.models, 'file')} read`,
    ...changed,
    `${skipped.length} skipped`,
  ].join(', ');
}
