import type { Report } from '@topodiff/report';
import { hasDecided } from './standing-decisions.ts';
import type { ApprovalState, Decision } from './store.ts';

/** A change that needs an approval, and the one that the report has for it. */
export interface RequiredApproval {
  readonly fingerprint: string;
  readonly approval: { readonly by: string; readonly isFromDashboard: boolean } | null;
}

/** What of a report's approvals the state is computed from later, when somebody decides. */
export function listRequiredApprovals(report: Report): readonly RequiredApproval[] {
  return (report.approvals?.required ?? []).map(({ fingerprint, approval }) => ({
    fingerprint,
    approval: approval === null ? null : { by: approval.by, isFromDashboard: approval.via === 'dashboard' },
  }));
}

type StandingInput = Pick<Decision, 'fingerprint' | 'verdict' | 'login' | 'revokedAt'>;

/**
 * A rejection that stands outweighs every approval. What a report says of an approval on the dashboard is as old as the
 * report: once that person has decided here, only what he says here counts.
 */
export function computeApprovalState(
  required: readonly RequiredApproval[],
  decisions: readonly StandingInput[],
): ApprovalState {
  if (required.length === 0) return 'not-needed';
  const fingerprints = new Set(required.map(({ fingerprint }) => fingerprint));
  const relevant = decisions.filter(({ fingerprint }) => fingerprints.has(fingerprint));
  const standing = relevant.filter(({ revokedAt }) => revokedAt === null);
  if (standing.some(({ verdict }) => verdict === 'rejected')) return 'rejected';
  const approvedHere = new Set(standing.map(({ fingerprint }) => fingerprint));
  const isReported = ({ fingerprint, approval }: RequiredApproval): boolean =>
    approval !== null && !(approval.isFromDashboard && hasDecided(approval.by, fingerprint, relevant));
  const isApproved = (one: RequiredApproval): boolean => approvedHere.has(one.fingerprint) || isReported(one);
  return required.every(isApproved) ? 'approved' : 'pending';
}
