import type { Report } from '@topodiff/report';
import type { Decision } from '../../store/store.ts';

type Approvals = NonNullable<Report['approvals']>;
export type RequiredApproval = Approvals['required'][number];

/** How one change stands: what GitHub's comments and reviews said when the report was made, and what people decided here. */
export interface ApprovalStanding {
  readonly required: RequiredApproval;
  readonly state: 'pending' | 'approved' | 'rejected';
  /** As of the report. One of the dashboard is left out once that person has decided here, since that is newer. */
  readonly reported: RequiredApproval['approval'];
  /** The newest decision of each person that stands, newest first. */
  readonly decisions: readonly Decision[];
}

/** Puts the decisions beside the changes that they are about. One who rejects outweighs those who approve. */
export function approvalStandings(
  required: readonly RequiredApproval[],
  decisions: readonly Decision[],
): readonly ApprovalStanding[] {
  return required.map((change) => {
    const standing = standingDecisions(decisions, change.fingerprint);
    const reported = isOutdated(change, decisions) ? null : change.approval;
    const isRejected = standing.some(({ verdict }) => verdict === 'rejected');
    const isApproved = reported !== null || standing.some(({ verdict }) => verdict === 'approved');
    return {
      required: change,
      state: isRejected ? 'rejected' : isApproved ? 'approved' : 'pending',
      reported,
      decisions: standing,
    };
  });
}

function isOutdated({ approval, fingerprint }: RequiredApproval, decisions: readonly Decision[]): boolean {
  if (approval?.via !== 'dashboard') return false;
  return decisions.some(
    (decision) =>
      decision.fingerprint === fingerprint && decision.login.toLowerCase() === approval.by.toLowerCase(),
  );
}

/** A person's older word on the same change counts no more, even when the newer one was taken back. */
function standingDecisions(decisions: readonly Decision[], fingerprint: string): readonly Decision[] {
  const newest = new Map<number, Decision>();
  for (const decision of decisions) {
    if (decision.fingerprint !== fingerprint) continue;
    const known = newest.get(decision.userId);
    if (known === undefined || known.createdAt < decision.createdAt) newest.set(decision.userId, decision);
  }
  return [...newest.values()].filter(({ revokedAt }) => revokedAt === null);
}
