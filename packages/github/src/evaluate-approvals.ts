import type { ApprovalRecord } from '@topodiff/report';
import { objectAt, objectList, textField } from './answer-fields.ts';
import { parseCommands } from './parse-commands.ts';
import { makeApproverLookup, type ApproverLookup, type ApproverRules } from './make-approver-lookup.ts';
import { callGithub, isObject } from './call-github.ts';
import { GithubError, type ExternalError } from './external-error.ts';
import type { GithubClient, RepositoryName } from './github-client.ts';
import { loadPages } from './load-pages.ts';
import { loadViewer } from './load-viewer.ts';
import { operations } from './operations.ts';

export interface ApprovalsRequest extends RepositoryName {
  readonly number: number;
  /** What is compared: authors of the commits in between count as authors. */
  readonly baseSha: string;
  readonly headSha: string;
  /** Fingerprints of the changes that need an approval. */
  readonly required: readonly string[];
  readonly rules: ApproverRules;
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

export type ApprovalsOutcome =
  | {
      readonly kind: 'evaluated';
      readonly record: ApprovalRecord;
      readonly commands: readonly CommandResult[];
    }
  | { readonly kind: 'failed'; readonly error: ExternalError };

type Approval = ApprovalRecord['approvals'] extends ReadonlyMap<string, infer Value> ? Value : never;

interface Candidate {
  readonly by: string;
  readonly at: string;
  readonly url: string | null;
  readonly via: 'comment' | 'review';
  readonly reason: string;
  readonly fingerprint: string | null;
  readonly commentId: number | null;
  readonly problem: string | null;
}

/**
 * Works out the approvals of a pull request from GitHub's comments and reviews as they are now: nothing is read back from
 * what we wrote. An edited comment does not count, a deleted one is gone, a review counts until it is dismissed and for
 * what it saw. Everybody's permission is asked again.
 */
export async function evaluateApprovals(
  client: GithubClient,
  request: ApprovalsRequest,
): Promise<ApprovalsOutcome> {
  try {
    return await evaluate(client, request);
  } catch (error) {
    if (error instanceof GithubError) return { kind: 'failed', error: error.externalError };
    throw error;
  }
}

async function evaluate(client: GithubClient, request: ApprovalsRequest): Promise<ApprovalsOutcome> {
  const lookup = makeApproverLookup(client, request, request.rules);
  const comments = await listCommands(client, request);
  const reviews =
    request.required.length === 0 || request.rules.users.length + request.rules.teams.length === 0
      ? []
      : await listApprovingReviews(client, request);
  const authors =
    comments.length + reviews.length === 0 || request.rules.isAuthorAllowed
      ? noAuthors
      : await loadAuthors(client, request);
  const judged: Candidate[] = [];
  const remarks: string[] = [];
  for (const comment of comments) judged.push(await judgeComment(comment, request, authors, lookup));
  for (const review of reviews) {
    const { by } = review;
    const problem = authors.refuse(by) ?? (await lookup.refuseReview(by));
    if (problem !== null) {
      judged.push({ ...review, problem });
      continue;
    }
    const seen = await request.loadFingerprintsAt(review.commitSha);
    if (typeof seen === 'string') {
      judged.push({ ...review, problem: seen });
      continue;
    }
    const matching = request.required.filter((fingerprint) => seen.has(fingerprint));
    if (matching.length === 0) {
      const problem = `the review saw ${review.commitSha.slice(0, 7)}, whose changes had another effect`;
      judged.push({ ...review, problem });
    }
    judged.push(...matching.map((fingerprint) => ({ ...review, fingerprint })));
  }
  const approvals = new Map<string, Approval>();
  for (const { problem, fingerprint, by, via, at, reason, url } of [...judged].sort((a, b) =>
    compare(a.at, b.at),
  )) {
    if (problem === null && fingerprint !== null && !approvals.has(fingerprint)) {
      approvals.set(fingerprint, { by, via, at, reason, url });
    }
  }
  const isAdvisory = (await loadViewer(client)) === 'github-actions[bot]';
  return {
    kind: 'evaluated',
    record: {
      approvals,
      refused: judged.flatMap(({ by, at, fingerprint, url, problem }) =>
        problem === null ? [] : [{ by, at, fingerprint, url, reason: problem }],
      ),
      remarks: [...remarks, ...authors.remarks, ...lookup.remarks],
      isAdvisory,
    },
    commands: judged.flatMap(({ commentId, by, fingerprint, problem }) =>
      commentId === null ? [] : [{ commentId, by, fingerprint, problem }],
    ),
  };
}

async function judgeComment(
  comment: Candidate,
  { required }: ApprovalsRequest,
  authors: Authors,
  lookup: ApproverLookup,
): Promise<Candidate> {
  if (comment.problem !== null || comment.fingerprint === null) return comment;
  const problem =
    authors.refuse(comment.by) ??
    (await lookup.refuseComment(comment.by)) ??
    (required.includes(comment.fingerprint)
      ? null
      : 'no change of this pull request has that fingerprint: its effect is another one by now, or none');
  return { ...comment, problem };
}

async function listCommands(
  client: GithubClient,
  { owner, repo, number }: ApprovalsRequest,
): Promise<readonly Candidate[]> {
  const operation = operations.listComments;
  const comments = await loadPages(client, operation, { owner, repo, issue_number: number }, 'comments');
  return comments.flatMap((comment) => {
    const { id, body, user, html_url: url, created_at: createdAt, updated_at: updatedAt } = comment;
    if (typeof id !== 'number' || typeof body !== 'string') return [];
    const commands = parseCommands(body);
    if (commands.length === 0) return [];
    const candidate = {
      by: loginOf(user) ?? 'somebody whose account is gone',
      at: typeof createdAt === 'string' ? createdAt : '',
      url: typeof url === 'string' ? url : null,
      via: 'comment' as const,
      commentId: id,
    };
    return commands.map((command): Candidate => {
      if (command.kind === 'unusable') {
        return { ...candidate, fingerprint: null, reason: '', problem: command.problem };
      }
      const { fingerprint, reason } = command;
      const isEdited = createdAt !== updatedAt;
      return {
        ...candidate,
        fingerprint,
        reason,
        problem: isEdited ? 'the comment was edited, which revokes it: write a new one' : null,
      };
    });
  });
}

/** The last word of each reviewer, where it is an approval. */
async function listApprovingReviews(
  client: GithubClient,
  { owner, repo, number }: ApprovalsRequest,
): Promise<readonly (Candidate & { readonly commitSha: string })[]> {
  const operation = operations.listReviews;
  const reviews = await loadPages(client, operation, { owner, repo, pull_number: number }, 'reviews');
  const last = new Map<string, Candidate & { readonly commitSha: string; readonly state: string }>();
  for (const { user, state, body, html_url: url, submitted_at: at, commit_id: commitSha } of reviews) {
    const by = loginOf(user);
    // A comment does not take an approval back; a dismissal and a request for changes do.
    if (by === null || typeof state !== 'string' || state === 'COMMENTED' || state === 'PENDING') continue;
    last.set(by.toLowerCase(), {
      by,
      at: typeof at === 'string' ? at : '',
      url: typeof url === 'string' ? url : null,
      via: 'review',
      reason: typeof body === 'string' ? body : '',
      fingerprint: null,
      commentId: null,
      problem: null,
      commitSha: typeof commitSha === 'string' ? commitSha : '',
      state,
    });
  }
  return [...last.values()].filter(({ state }) => state === 'APPROVED');
}

/** Those who may not approve their own work. */
interface Authors {
  refuse(login: string): string | null;
  readonly remarks: readonly string[];
}

const noAuthors: Authors = { refuse: () => null, remarks: [] };

/** The account that makes merges on GitHub's pages; it is nobody's. */
const webFlow = 'web-flow';

const commitsPerPage = 100;

async function loadAuthors(
  client: GithubClient,
  { owner, repo, number, baseSha, headSha }: ApprovalsRequest,
): Promise<Authors> {
  const pull = await callGithub(client, operations.readPullRequest, { owner, repo, pull_number: number });
  const opener = loginOf(objectAt(operations.readPullRequest, pull.data)['user']);
  const committers = new Set<string>();
  let unknown = 0;
  const operation = operations.compareCommits;
  for (let page = 1; ; page += 1) {
    const params = { owner, repo, basehead: `${baseSha}...${headSha}`, per_page: commitsPerPage, page };
    const { data } = await callGithub(client, operation, params);
    const commits = objectList(operation, objectAt(operation, data)['commits'], 'commits');
    for (const commit of commits) {
      textField(operation, commit, 'sha');
      const logins = [loginOf(commit['author']), loginOf(commit['committer'])];
      if (logins.every((login) => login === null)) unknown += 1;
      for (const login of logins)
        if (login !== null && login !== webFlow) committers.add(login.toLowerCase());
    }
    if (commits.length < commitsPerPage) break;
  }
  return {
    refuse: (login) => {
      if (login.toLowerCase() === opener?.toLowerCase()) return `${login} opened this pull request`;
      return committers.has(login.toLowerCase()) ? `${login} wrote a commit of this pull request` : null;
    },
    remarks:
      unknown === 0
        ? []
        : [
            `${unknown === 1 ? '1 commit belongs' : `${unknown} commits belong`} to no account of GitHub: whether an approver wrote ${unknown === 1 ? 'it' : 'them'} cannot be told.`,
          ],
  };
}

function loginOf(user: unknown): string | null {
  return isObject(user) && typeof user['login'] === 'string' ? user['login'] : null;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
