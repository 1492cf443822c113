import type { GivenDecision, ReviewRange } from '@topodiff/github';
import type { Report } from '@topodiff/report';
import { fieldAt, parseJson } from './json-fields.ts';

/** The team's review dashboard, as the Action talks to it. Every failure is a value: the run goes on. */
export interface ReviewService {
  /** The decisions that people gave there on a pull request. */
  loadDecisions(repositoryId: string, number: number): Promise<ServiceOutcome<readonly GivenDecision[]>>;
  /** Hands a report over; the answer is the address of its page. */
  upload(upload: UploadedReport): Promise<ServiceOutcome<string>>;
}

/** What the service answered, or why there is no answer. */
export type ServiceOutcome<Value> =
  | { readonly kind: 'ok'; readonly value: Value }
  /** One clause. */
  | { readonly kind: 'failed'; readonly reason: string };

/** The body of an upload; docs/reference/openapi.json of the service describes it. */
export interface UploadedReport {
  readonly formatVersion: 1;
  readonly repository: { readonly id: number; readonly fullName: string };
  readonly pullRequest: {
    readonly number: number;
    readonly title: string;
    readonly author: string;
    readonly url: string;
    readonly baseRef: string;
    readonly headRef: string;
  };
  readonly run: { readonly id: number; readonly attempt: number };
  readonly report: Report;
}

interface ReviewServiceOptions {
  /** Without a slash at the end. */
  readonly url: string;
  /** A token for one request: GitHub's OIDC token for the service, or the repository's own. */
  readonly makeToken: () => Promise<string>;
  readonly fetch: typeof fetch;
}

/** No answer of the service takes longer. */
const longestAnswerMs = 30_000;

/** A client of the service at `url`, which asks for a token for each request. */
export function createReviewService({ url, makeToken, fetch: send }: ReviewServiceOptions): ReviewService {
  const request = async (
    method: 'GET' | 'POST',
    path: string,
    body?: unknown,
  ): Promise<ServiceOutcome<unknown>> => {
    try {
      const token = await makeToken();
      const response = await send(`${url}${path}`, {
        method,
        headers: {
          authorization: `Bearer ${token}`,
          accept: 'application/json',
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        redirect: 'error',
        signal: AbortSignal.timeout(longestAnswerMs),
      });
      const answer = parseJson(await response.text());
      if (response.ok) return { kind: 'ok', value: answer };
      const said = fieldAt(answer, 'error');
      return {
        kind: 'failed',
        reason: `${response.status}${typeof said === 'string' ? ` ${JSON.stringify(said)}` : ''}`,
      };
    } catch (error) {
      return { kind: 'failed', reason: describe(error) };
    }
  };
  return {
    loadDecisions: async (repositoryId, number) => {
      const outcome = await request(
        'GET',
        `/api/repositories/${repositoryId}/pull-requests/${number}/decisions`,
      );
      if (outcome.kind === 'failed') return outcome;
      const decisions = readDecisions(outcome.value);
      return decisions === null
        ? { kind: 'failed', reason: 'its answer holds no decisions' }
        : { kind: 'ok', value: decisions };
    },
    upload: async (upload) => {
      const outcome = await request('POST', '/api/reports', upload);
      if (outcome.kind === 'failed') return outcome;
      const page = fieldAt(outcome.value, 'url');
      return typeof page === 'string'
        ? { kind: 'ok', value: page }
        : { kind: 'failed', reason: 'its answer names no page' };
    },
  };
}

/** What an upload says of its pull request; the event has title and author, other events leave them out. */
export function describePullRequest(
  range: ReviewRange,
  event: unknown,
  repositoryUrl: string,
): UploadedReport['pullRequest'] {
  const number = range.number ?? 0;
  const pull = fieldAt(event, 'pull_request') ?? fieldAt(event, 'issue');
  const title = fieldAt(pull, 'title');
  const author = fieldAt(pull, 'user', 'login');
  return {
    number,
    title: typeof title === 'string' ? title : `#${number}`,
    author: typeof author === 'string' ? author : '',
    url: `${repositoryUrl}/pull/${number}`,
    baseRef: range.baseRef,
    headRef: range.headRef,
  };
}

function readDecisions(answer: unknown): readonly GivenDecision[] | null {
  const listed = fieldAt(answer, 'decisions');
  if (!Array.isArray(listed)) return null;
  const decisions: GivenDecision[] = [];
  for (const item of listed) {
    const [fingerprint, verdict, login, userId, at, reason, page] = [
      'fingerprint',
      'verdict',
      'login',
      'userId',
      'at',
      'reason',
      'url',
    ].map((name) => fieldAt(item, name));
    if (
      typeof fingerprint !== 'string' ||
      (verdict !== 'approved' && verdict !== 'rejected') ||
      typeof login !== 'string' ||
      typeof userId !== 'number' ||
      typeof at !== 'string' ||
      typeof reason !== 'string'
    ) {
      return null;
    }
    decisions.push({
      fingerprint,
      verdict,
      by: login,
      userId,
      at,
      reason,
      url: typeof page === 'string' ? page : null,
    });
  }
  return decisions;
}

function describe(error: unknown): string {
  const { message, cause } = error instanceof Error ? error : new Error(String(error));
  const reason = cause instanceof Error ? cause.message : message;
  return reason.replace(/[\u0000-\u001f\u007f]+/g, ' ').slice(0, 200);
}
