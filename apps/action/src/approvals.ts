import { evaluateApprovals, type CommandResult, type GithubClient } from '@topodiff/github';
import { recordApprovals, type ApprovalRecord, type Report } from '@topodiff/report';
import type { ReviewService } from './review-service.ts';
import type { ReviewOptions } from './review-options.ts';
import { fingerprintsOf, review, type Review } from './review.ts';

/** The report with the approvals that were found, and what became of each command. */
export interface ApprovalResult {
  readonly report: Report;
  readonly commands: readonly CommandResult[];
  /** Why the review dashboard could not be asked; null when it was, or when there is none. */
  readonly serviceFault: string | null;
}

/** Commits that reviews saw and that are looked at again; a review of yet another one does not count. */
const mostReviewedCommits = 5;

/**
 * Makes the look-up of who approved what of a pull request; each call asks GitHub anew. Without a policy that asks for
 * approvals nothing is asked. Whatever goes wrong, no approval counts, and a line says so.
 */
export function makeApprovalLookup(
  client: GithubClient,
  done: Review,
  options: ReviewOptions,
  service: ReviewService | null,
): () => Promise<ApprovalResult> {
  const { report, view, input } = done;
  const { range, base } = view;
  const rules = input.policy?.applied.policy.approvals ?? null;
  const number = range.number ?? range.queuedPullRequest ?? null;
  const seenAt = new Map<string, Promise<ReadonlySet<string> | string>>();
  const loadFingerprintsAt = async (sha: string, pull: number): Promise<ReadonlySet<string> | string> => {
    if (sha === range.headSha) return fingerprintsOf(done);
    if (seenAt.size >= mostReviewedCommits)
      return `of older commits only ${mostReviewedCommits} are looked at again`;
    const again = await review(
      client,
      { ...range, number: pull, headSha: sha, start: 'merge-base' },
      options,
    );
    if (again.kind === 'failed')
      return `the commit ${sha.slice(0, 7)} cannot be read: ${again.reasons.join(' ')}`;
    return fingerprintsOf(again.review);
  };
  return async () => {
    // A push and a run by hand have nobody to ask.
    if (number === null) return { report: { ...report, approvals: null }, commands: [], serviceFault: null };
    if (report.approvals === null || rules === null) return { report, commands: [], serviceFault: null };
    if (options.repositoryId === '') {
      return withoutApprovals(
        report,
        'the runner does not say which repository this is (GITHUB_REPOSITORY_ID)',
      );
    }
    const given = await askService(service, options.repositoryId, number);
    try {
      const outcome = await evaluateApprovals(client, {
        owner: range.owner,
        repo: range.repo,
        number,
        baseSha: base.sha,
        headSha: range.headSha,
        required: report.approvals.required.map(({ fingerprint }) => fingerprint),
        rules,
        decisions: given.decisions,
        loadFingerprintsAt: (sha) => {
          const seen = seenAt.get(sha) ?? loadFingerprintsAt(sha, number);
          if (sha !== range.headSha) seenAt.set(sha, seen);
          return seen;
        },
      });
      if (outcome.kind === 'failed') return withoutApprovals(report, outcome.error.message);
      const { record, commands } = outcome;
      const counted = given.fault === null ? record : withholdApprovals(record, given.fault);
      return { report: recordApprovals(report, counted), commands, serviceFault: given.fault };
    } catch (error) {
      // A status of before would stay if the run ended here.
      const message = error instanceof Error ? error.message : String(error);
      return withoutApprovals(report, `internal error, please report it: ${message}`);
    }
  };
}

function withoutApprovals(report: Report, reason: string): ApprovalResult {
  const remarks = [`Approvals could not be looked up, so none counts: ${reason}.`];
  return {
    report: recordApprovals(report, { approvals: new Map(), refused: [], remarks, isAdvisory: true }),
    commands: [],
    serviceFault: null,
  };
}

/** A rejection on the dashboard outweighs every approval, and nobody knows of one while it cannot be asked. */
function withholdApprovals(record: ApprovalRecord, fault: string): ApprovalRecord {
  const withheld = [...record.approvals].map(([fingerprint, { by, at, url }]) => ({
    ...{ by, at, fingerprint, url },
    reason: 'the review dashboard cannot be asked, where somebody may have rejected the change',
  }));
  const remark = `No approval counts as long as the review dashboard cannot be asked (${fault}): somebody may have approved or rejected there.`;
  return {
    ...record,
    approvals: new Map(),
    refused: [...record.refused, ...withheld],
    remarks: [...record.remarks, remark],
  };
}

async function askService(service: ReviewService | null, repositoryId: string, number: number) {
  if (service === null) return { decisions: [], fault: null };
  const outcome = await service.loadDecisions(repositoryId, number);
  return outcome.kind === 'ok'
    ? { decisions: outcome.value, fault: null }
    : { decisions: [], fault: outcome.reason };
}
