import { confirmPullRequest, type GithubClient, type ReviewRange } from '@topodiff/github';
import type { Report } from '@topodiff/report';
import type { GateStatus } from './gate-status.ts';

/**
 * A success that is about to be written, or why it is not: since the approvals were looked up, comment, check run and
 * suggestions were written, which takes up to minutes, and a run that began later may have said otherwise already.
 *
 * @param lookUpAgain the report with the approvals of now
 */
export async function confirmSuccess(
  client: GithubClient,
  range: ReviewRange,
  gate: GateStatus,
  lookUpAgain: () => Promise<Report>,
): Promise<GateStatus> {
  if (gate.state !== 'success') return gate;
  const number = range.number ?? range.queuedPullRequest ?? null;
  if (number === null) return doubt('it is of no pull request');
  const { approvals } = await lookUpAgain();
  if (approvals?.state === 'pending') return doubt('an approval was taken back in the meantime');
  const { owner, repo, baseRef, headSha } = range;
  const outcome = await confirmPullRequest(client, {
    owner,
    repo,
    number,
    baseRef,
    headSha: range.number === null ? null : headSha,
  });
  if (outcome.kind === 'confirmed') return gate;
  return doubt(outcome.kind === 'failed' ? outcome.error.message : outcome.reason);
}

function doubt(reason: string): GateStatus {
  return { state: 'pending', description: `Not confirmed: ${reason}.` };
}
