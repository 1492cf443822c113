import type { Report } from '@topodiff/report';
import { hasDecided, standingDecisions } from '../../store/standing-decisions.ts';
import type { Decision } from '../../store/store.ts';

type Approvals = NonNullable<Report['approvals']>;
/** A change that needs an approval, as the report has it. */
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
    const { approval, fingerprint } = change;
    const standing = standingDecisions(decisions.filter((decision) => decision.fingerprint === fingerprint));
    const isOutdated = approval?.via === 'dashboard' && hasDecided(approval.by, fingerprint, decisions);
    const reported = isOutdated ? null : approval;
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
