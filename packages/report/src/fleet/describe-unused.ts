import type { HostFinder } from '../policy/host-of-model.ts';
import type { AppliedPolicy } from '../policy/applied-policy.ts';
import type { ReportNotice } from '../report.ts';
import type { ModelMeasure } from './measure-model.ts';

/** Budgets and pools that the sentence names; the number is exact. */
const mostNamed = 5;

/**
 * Budgets and pools of the policy that hold for no model: a glob that misses must not pass for a limit that is kept, nor
 * for a host whose GPUs suffice. One that waits for its first model is no mistake, so it decides nothing.
 *
 * @param models all models of the repository
 */
export function describeUnused(
  models: readonly ModelMeasure[],
  policy: AppliedPolicy | null,
  hosts: HostFinder,
): readonly ReportNotice[] {
  if (policy === null || models.length === 0) return [];
  const paths = models.flatMap(({ path, basePath }) => [path, basePath]);
  const usedPools = new Set(paths.map((path) => hosts.poolOf(path)));
  const unused = [
    ...policy.budgets
      .filter((budget) => !paths.some((path) => budget.covers(path)))
      .map(({ name }) => `budget ${name}`),
    ...policy.policy.pools.filter((pool) => !usedPools.has(pool)).map(({ name }) => `pool ${name}`),
  ];
  if (unused.length === 0) return [];
  const named = unused.slice(0, mostNamed).join(', ');
  const more = unused.length > mostNamed ? ` and ${unused.length - mostNamed} more` : '';
  return [
    {
      code: 'policy-unused',
      severity: 'info',
      message: `The policy has what holds for no model that was read: ${named}${more}. All that a folder holds is folder/**, and the first pool that names a file is its own.`,
      path: null,
    },
  ];
}
