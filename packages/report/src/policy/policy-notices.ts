import { policyPath as defaultPolicyPath } from '@topodiff/schema';
import { endSentence } from '../end-sentence.ts';
import type { ReportNotice } from '../report.ts';
import type { ModelMeasure } from '../fleet/measure-model.ts';
import type { ReviewInput } from '../review-input.ts';

/** Models that a sentence names; the number is exact. */
const mostNamed = 10;

/** What is to be said of the policy that a review would bring: it decides nothing, and must not be broken. */
export function policyNotices(
  { policy, proposedPolicy, policyPath = defaultPolicyPath, isPolicyBroken = false }: ReviewInput,
  affected: readonly string[],
): readonly ReportNotice[] {
  if (proposedPolicy === undefined) return [];
  const path = policy?.path ?? policyPath;
  const judge =
    policy === undefined
      ? `${isPolicyBroken ? "The base branch's is broken" : 'The base branch has none'}, so the defaults hold`
      : `This review is judged by the one of ${policy.revision?.name ?? 'the base branch'}${policy.revision?.sha === undefined ? '' : `@${policy.revision.sha.slice(0, 7)}`}`;
  if (proposedPolicy.kind === 'invalid') {
    return proposedPolicy.problems.map(({ line, column, message }) => ({
      code: 'proposed-policy-invalid',
      severity: 'error' as const,
      message: `${endSentence(`${path}:${line}:${column}: ${message}`)} ${judge}.`,
      path,
    }));
  }
  const isNew = policy === undefined && !isPolicyBroken;
  const what = proposedPolicy.kind === 'removed' ? 'removes' : isNew ? 'adds' : 'changes';
  const named = affected.slice(0, mostNamed).join('; ');
  const more = affected.length > mostNamed ? `; and ${affected.length - mostNamed} more` : '';
  const effect =
    affected.length === 0
      ? 'Merged, it changes the launch of no model'
      : `Merged, it changes what is expected of ${affected.length === 1 ? '1 model' : `${affected.length} models`}: ${named}${more}`;
  return [
    {
      code: 'policy-proposed',
      severity: 'info',
      message: `This pull request ${what} ${path}. ${judge}; the new one only counts once it is merged. ${effect}.`,
      path,
    },
  ];
}

/** Models whose label or GPUs differ between two policies: `path: tp 4 GPUs → will not start`. */
export function describeAffected(
  judged: readonly ModelMeasure[],
  proposed: readonly ModelMeasure[],
): readonly string[] {
  const before = new Map(judged.map((model) => [model.path, model.head]));
  return proposed.flatMap(({ path, head }) => {
    const known = before.get(path) ?? null;
    if (known === null || head === null) return [];
    if (known.label === head.label && known.gpus === head.gpus) return [];
    const labels = known.label === head.label ? head.label : `${known.label} → ${head.label}`;
    return [`${path}: ${labels}`];
  });
}
