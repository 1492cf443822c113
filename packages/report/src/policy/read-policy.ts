import { selectRules } from '@topodiff/rules';
import { loadPolicyParser, type PolicyPlaceFinder, type PolicyProblem, type Policy } from '@topodiff/schema';
import { isExclusion, matchPaths } from '../match-paths.ts';
import type { AppliedPolicy } from './applied-policy.ts';
import { describeUnknownRule } from './known-rules.ts';

/** A policy that can be applied, or every mistake of one that cannot. */
export type PolicyOutcome =
  | { readonly kind: 'policy'; readonly applied: AppliedPolicy }
  | { readonly kind: 'invalid'; readonly problems: readonly PolicyProblem[] };

/**
 * Reads the text of a `.topodiff.yaml` and checks what only the rules know. Every mistake is a problem with its line and
 * column; a policy with one is not applied in part.
 */
export async function readPolicy(text: string): Promise<PolicyOutcome> {
  const { parsePolicy, limitProblems } = await loadPolicyParser();
  const reading = parsePolicy(text);
  if (reading.kind === 'invalid') return reading;
  const problems = checkNames(reading.policy, reading.placeOf);
  return problems.length > 0
    ? { kind: 'invalid', problems: limitProblems(problems) }
    : { kind: 'policy', applied: apply(reading.policy) };
}

function apply(policy: Policy): AppliedPolicy {
  const pools = policy.pools.map((pool) => ({ pool, matches: matchPaths(pool.paths) }));
  const accepted = policy.accepted.map((entry) => ({ entry, matches: matchPaths(entry.paths) }));
  return {
    policy,
    rules: selectRules(policy.preset, policy.rules).rules,
    budgets: policy.budgets.map((budget) => ({
      ...budget,
      covers: budget.paths === null ? () => true : matchPaths(budget.paths),
    })),
    poolOf: (path) => pools.find(({ matches }) => matches(path))?.pool ?? null,
    acceptedFor: (ruleId, path) =>
      accepted
        .filter(({ entry, matches }) => entry.ruleId === ruleId && matches(path))
        .map(({ entry }) => entry),
  };
}

type PolicyPath = readonly (string | number)[];

function checkNames(policy: Policy, placeOf: PolicyPlaceFinder): readonly PolicyProblem[] {
  const problem = (path: PolicyPath, message: string): PolicyProblem => ({ message, ...placeOf(path) });
  const unknownRule = (path: PolicyPath, id: string) => {
    const message = describeUnknownRule(id);
    return message === null ? [] : [problem(path, message)];
  };
  const globs = (path: PolicyPath, patterns: readonly string[]) =>
    patterns.every(isExclusion)
      ? [problem(path, 'the globs take files away with "!" and name none to begin with')]
      : [];
  const names = policy.pools.map(({ name }) => name);
  return [
    ...Object.keys(policy.rules).flatMap((id) => unknownRule(['rules', id], id)),
    ...policy.accepted.flatMap(({ ruleId, paths }, index) => [
      ...unknownRule(['accepted', index, 'rule'], ruleId),
      ...globs(['accepted', index, 'paths'], paths),
    ]),
    ...policy.pools.flatMap(({ name, paths }, index) => [
      ...(names.indexOf(name) < index
        ? [problem(['hosts', index, 'name'], `two pools are called ${JSON.stringify(name)}`)]
        : []),
      ...globs(['hosts', index, 'paths'], paths),
    ]),
    ...policy.budgets.flatMap(({ paths }, index) =>
      paths === null ? [] : globs(['budgets', index, 'paths'], paths),
    ),
  ];
}
