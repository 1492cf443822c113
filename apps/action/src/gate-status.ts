import type { Report } from '@topodiff/report';

/**
 * The commit status that branch protection can require. Each key has its own: of two jobs that review different files, the
 * one that has nothing to approve would else overwrite what the other one waits for.
 *
 * @param key from the input; null when none is given
 */
export function statusContextOf(key: string | null): string {
  return key === null ? 'topodiff/topology' : `topodiff/topology: ${key}`;
}

/** What the commit status is to say, before GitHub's limit on its length. */
export interface GateStatus {
  readonly state: 'success' | 'failure' | 'pending';
  readonly description: string;
}

/**
 * What the status says: a failure first, then what waits for an approval. Null when the policy asks for no approvals.
 *
 * @param isUnknown the policy asks for some, and is broken: a success of before must not stay
 */
export function describeGate(
  { approvals, conclusion, reasons }: Report,
  isUnknown: boolean,
): GateStatus | null {
  if (approvals === null) return isUnknown ? unknownGate : null;
  if (conclusion === 'failure') return { state: 'failure', description: reasons[0] ?? 'The review failed.' };
  const { required } = approvals;
  const pending = required.filter(({ approval }) => approval === null).length;
  if (pending > 0) {
    const changes = pending === 1 ? '1 change waits' : `${pending} changes wait`;
    return { state: 'pending', description: `${changes} for an approval, see the comment.` };
  }
  if (required.length === 0) return { state: 'success', description: 'No change needs an approval.' };
  const approvers = [...new Set(required.map(({ approval }) => approval?.by ?? ''))].join(', ');
  return { state: 'success', description: `Approved by ${approvers}.` };
}

const unknownGate: GateStatus = {
  state: 'failure',
  description:
    'The policy of the base branch is broken, so that nobody knows which changes need an approval.',
};
