import type { Report } from '@topodiff/report';

/** Whether a path could lead out of the repository: absolute, or with `..`; by the rules of either kind of system. */
function isImproper(path: string): boolean {
  return /^[/\\]|^[a-z]:[/\\]/i.test(path) || path.split(/[/\\]/).includes('..');
}

function listPaths({
  policy,
  host,
  comparison,
  fleet,
  approvals,
  models,
  skipped,
  notices,
}: Report): string[] {
  const named: readonly (string | null | undefined)[] = [
    policy?.path,
    host.configProperties,
    ...(comparison?.drift?.models ?? []),
    ...fleet.pools.map(({ configProperties }) => configProperties),
    ...fleet.budgets.flatMap((budget) => budget.models.map(({ path }) => path)),
    ...(approvals?.required ?? []).map(({ path }) => path),
    ...models.flatMap(({ path, previousPath, changedRelatedFiles }) => [
      path,
      previousPath,
      ...changedRelatedFiles,
    ]),
    ...skipped.map(({ path }) => path),
    ...notices.map(({ path }) => path),
  ];
  return named.filter((path) => typeof path === 'string');
}

/** Whether a report names a file outside the repository. No surface opens one; links and downloads are made of them. */
export function namesImproperPath(report: Report): boolean {
  return listPaths(report).some(isImproper);
}
