import type { AppliedPolicy } from '@topodiff/report';

/**
 * A policy that is asked by the paths of a report instead of those from its own folder, where its globs begin.
 *
 * @param toPolicyPath the path from the policy's folder, with `/`; null for a file outside of it, which no glob names
 */
export function policyFromFolder(
  applied: AppliedPolicy,
  toPolicyPath: (path: string) => string | null,
): AppliedPolicy {
  const ask = <Answer>(path: string, outside: Answer, inside: (path: string) => Answer): Answer => {
    const fromFolder = toPolicyPath(path);
    return fromFolder === null ? outside : inside(fromFolder);
  };
  return {
    policy: applied.policy,
    rules: applied.rules,
    // A budget without globs is one of all models, wherever they lie.
    budgets: applied.budgets.map((budget) => ({
      ...budget,
      covers: (path) => ask(path, budget.paths === null, (inside) => budget.covers(inside)),
    })),
    poolOf: (path) => ask(path, null, (inside) => applied.poolOf(inside)),
    acceptedFor: (ruleId, path) => ask(path, [], (inside) => applied.acceptedFor(ruleId, inside)),
  };
}
