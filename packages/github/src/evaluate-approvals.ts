import type { ApprovalRecord } from '@topodiff/report';
import type { Candidate, CommentCandidate, GivenDecision, ReviewCandidate } from './approval-candidate.ts';
import { GithubError } from './external-error.ts';
import { findEditedComments } from './find-edited-comments.ts';
import type { GithubClient, RepositoryName } from './github-client.ts';
import { listApprovingReviews } from './list-approving-reviews.ts';
import { editedProblem, listCommands } from './list-commands.ts';
import { loadAuthors, noAuthors, type Authors } from './load-authors.ts';
import { loadViewer } from './load-viewer.ts';
import { makeApproverLookup, type ApproverLookup, type ApproverRules } from './make-approver-lookup.ts';
import { returnFailure, type Failure } from './return-failure.ts';

/** What approvals are looked for, and by which rules they count. */
export interface ApprovalsRequest extends RepositoryName {
  readonly number: number;
  /** What is compared: authors of the commits in between count as authors. */
  readonly baseSha: string;
  readonly headSha: string;
  /** Fingerprints of the changes that need an approval. */
  readonly required: readonly string[];
  readonly rules: ApproverRules;
  /** Given to the review dashboard: judged by the same rules, as nothing that it says of a person is believed. */
  readonly decisions?: readonly GivenDecision[];
  /**
   * The fingerprints of the changes at another commit, compared with its own merge base: what a review of that commit
   * saw. A text says in one clause why they cannot be had.
   */
  loadFingerprintsAt(commitSha: string): Promise<ReadonlySet<string> | string>;
}

/** What became of one comment's command. */
export interface CommandResult {
  readonly commentId: number;
  readonly by: string;
  readonly fingerprint: string | null;
  /** One clause: why it does not count; null when it does. */
  readonly problem: string | null;
}

/** All approvals of a pull request, or why nobody knows them: then none counts. */
export type ApprovalsOutcome =
  | {
      readonly kind: 'evaluated';
      readonly record: ApprovalRecord;
      readonly commands: readonly CommandResult[];
    }
  | Failure;

type Approval = ApprovalRecord['approvals'] extends ReadonlyMap<string, infer Value> ? Value : never;

/** Anybody may comment: what does not count is listed up to here, the newest. */
const mostRefused = 100;

/**
 * Works out the approvals of a pull request from GitHub's comments and reviews as they are now: nothing is read back from
 * what we wrote. An edited comment does not count, a deleted one is gone, a review counts until it is dismissed and for
 * what it saw. Everybody's permission is asked again.
 */
export async function evaluateApprovals(
  client: GithubClient,
  request: ApprovalsRequest,
): Promise<ApprovalsOutcome> {
  return returnFailure(() => evaluate(client, request));
}

async function evaluate(client: GithubClient, request: ApprovalsRequest): Promise<ApprovalsOutcome> {
  const lookup = makeApproverLookup(client, request, request.rules);
  const commands = await listCommands(client, request);
  const reviews =
    request.required.length === 0 || request.rules.users.length + request.rules.teams.length === 0
      ? []
      : await listApprovingReviews(client, request);
  const decisions = (request.decisions ?? []).filter(({ fingerprint }) =>
    request.required.includes(fingerprint),
  );
  const authors =
    commands.length + reviews.length + decisions.length === 0 || request.rules.isAuthorAllowed
      ? noAuthors
      : await loadAuthors(client, request);
  const comments = await judgeComments(client, commands, request, authors, lookup);
  const judged: readonly Candidate[] = [
    ...comments,
    ...(await judgeReviews(reviews, request, authors, lookup)),
    ...(await judgeDecisions(decisions, authors, lookup)),
  ].sort((a, b) => compare(a.at, b.at));
  const approvals = new Map<string, Approval>();
  for (const { problem, fingerprint, account, via, at, reason, url } of judged) {
    if (problem === null && fingerprint !== null && account !== null && !approvals.has(fingerprint)) {
      approvals.set(fingerprint, { by: account.login, via, at, reason, url });
    }
  }
  // Who may approve may also object, until he takes it back.
  for (const { problem, fingerprint } of judged) {
    if (problem?.startsWith(rejection) === true && fingerprint !== null) approvals.delete(fingerprint);
  }
  const refused = judged.flatMap(({ account, at, fingerprint, url, problem }) =>
    problem === null ? [] : [{ by: nameOf(account), at, fingerprint, url, reason: problem }],
  );
  const unlisted = Math.max(0, refused.length - mostRefused);
  return {
    kind: 'evaluated',
    record: {
      approvals,
      refused: refused.slice(unlisted),
      remarks: [
        ...authors.remarks,
        ...lookup.remarks,
        ...(unlisted === 0
          ? []
          : [`${unlisted} older commands and reviews that do not count are not listed.`]),
      ],
      isAdvisory: await isAdvisory(client),
    },
    commands: comments.map(({ commentId, account, fingerprint, problem }) => ({
      commentId,
      by: nameOf(account),
      fingerprint,
      problem,
    })),
  };
}

async function judgeComments(
  client: GithubClient,
  commands: readonly CommentCandidate[],
  { required }: ApprovalsRequest,
  authors: Authors,
  lookup: ApproverLookup,
): Promise<readonly CommentCandidate[]> {
  const judged: CommentCandidate[] = [];
  for (const command of commands) {
    if (command.problem !== null || command.fingerprint === null) judged.push(command);
    // Asked first: it costs no request.
    else if (!required.includes(command.fingerprint))
      judged.push({ ...command, problem: unknownFingerprint });
    else
      judged.push({
        ...command,
        problem: await refuse(command, authors, (one) => lookup.refuseComment(one)),
      });
  }
  const edited = await findEditedComments(
    client,
    judged.flatMap(({ problem, nodeId }) => (problem === null ? [nodeId] : [])),
  );
  return judged.map((command) =>
    command.problem === null && edited.has(command.nodeId) ? { ...command, problem: editedProblem } : command,
  );
}

/** Why a command does not count that is for none of the changes of this review; a job that reviews other files may know it. */
export const unknownFingerprint =
  'no change in this review has that fingerprint: its effect is another one by now, or none';

/** A review that counts becomes one approval for each change that it saw. */
async function judgeReviews(
  reviews: readonly ReviewCandidate[],
  request: ApprovalsRequest,
  authors: Authors,
  lookup: ApproverLookup,
): Promise<readonly Candidate[]> {
  const judged: Candidate[] = [];
  // Few earlier commits are looked at again: those of the newest reviews are nearest to the head.
  for (const review of reviews.toReversed().toSorted((a, b) => compare(b.at, a.at))) {
    const { commitSha } = review;
    const problem =
      (await refuse(review, authors, (one) => lookup.refuseReview(one))) ??
      (commitSha === '' ? 'GitHub does not say which commit the review saw' : null);
    const seen = problem ?? (await request.loadFingerprintsAt(commitSha));
    if (typeof seen === 'string') {
      judged.push({ ...review, problem: seen });
      continue;
    }
    const matching = request.required.filter((fingerprint) => seen.has(fingerprint));
    if (matching.length === 0) {
      const other = `the review saw ${commitSha.slice(0, 7)}, whose changes had another effect`;
      judged.push({ ...review, problem: other });
    }
    judged.push(...matching.map((fingerprint) => ({ ...review, fingerprint })));
  }
  return judged;
}

const rejection = 'rejected:';

async function judgeDecisions(
  decisions: readonly GivenDecision[],
  authors: Authors,
  lookup: ApproverLookup,
): Promise<readonly Candidate[]> {
  const judged: Candidate[] = [];
  for (const { fingerprint, verdict, by, userId, at, reason, url } of decisions) {
    const account = { login: by, id: userId, isPerson: true };
    const candidate = { account, at, url, via: 'dashboard' as const, reason, fingerprint, problem: null };
    const problem = await refuse(candidate, authors, (one) => lookup.refuseComment(one));
    // The dashboard asked before it took his word: what GitHub does not say now must not open the gate.
    const objects = verdict === 'rejected' && (problem === null || lookup.isUnknown(account));
    judged.push({ ...candidate, problem: objects ? `${rejection} ${reason}` : problem });
  }
  return judged;
}

async function refuse(
  { account }: Candidate,
  authors: Authors,
  ask: (account: NonNullable<Candidate['account']>) => Promise<string | null>,
): Promise<string | null> {
  if (account === null) return 'the account is gone';
  if (!account.isPerson) return `${account.login} is no person's account`;
  return authors.refuse(account) ?? (await ask(account));
}

function nameOf(account: Candidate['account']): string {
  return account?.login ?? 'somebody whose account is gone';
}

/**
 * Branch protection can ask for a status of one App. Every workflow has the token of GitHub's own, and a person is none.
 * Where GitHub does not say whose token it is, nothing is promised.
 */
async function isAdvisory(client: GithubClient): Promise<boolean> {
  try {
    const viewer = await loadViewer(client);
    return viewer === 'github-actions[bot]' || !viewer.endsWith('[bot]');
  } catch (error) {
    if (error instanceof GithubError) return true;
    throw error;
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
