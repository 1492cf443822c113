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
  /** Waits, in milliseconds. */
  readonly sleep: (ms: number) => Promise<unknown>;
}

/** No answer of the service takes longer. */
const longestAnswerMs = 30_000;

/** A service that starts anew, or its database, is back within seconds; what failed because of that is sent again. */
const waitsWhenUnavailableMs = [1_000, 4_000];

interface Attempt {
  readonly outcome: ServiceOutcome<unknown>;
  readonly isWorthAnother: boolean;
}

/** A client of the service at `url`, which asks for a token for each request: a service takes one of GitHub's once. */
export function createReviewService(options: ReviewServiceOptions): ReviewService {
  const request = async (
    method: 'GET' | 'POST',
    path: string,
    body?: unknown,
  ): Promise<ServiceOutcome<unknown>> => {
    for (const waitMs of waitsWhenUnavailableMs) {
      const attempt = await send(options, method, path, body);
      if (!attempt.isWorthAnother) return attempt.outcome;
      await options.sleep(waitMs);
    }
    return (await send(options, method, path, body)).outcome;
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

async function send(
  { url, makeToken, fetch }: ReviewServiceOptions,
  method: 'GET' | 'POST',
  path: string,
  body: unknown,
): Promise<Attempt> {
  let token: string;
  try {
    token = await makeToken();
  } catch (error) {
    return failed(describe(error), false);
  }
  try {
    const response = await fetch(`${url}${path}`, {
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
    if (response.ok) return { outcome: { kind: 'ok', value: answer }, isWorthAnother: false };
    const said = fieldAt(answer, 'error');
    const reason = `${response.status}${typeof said === 'string' ? ` ${JSON.stringify(said)}` : ''}`;
    return failed(reason, response.status >= 500);
  } catch (error) {
    // Whoever did not answer in all that time will not do it in as much again.
    return failed(describe(error), fieldAt(error, 'name') !== 'TimeoutError');
  }
}

function failed(reason: string, isWorthAnother: boolean): Attempt {
  return { outcome: { kind: 'failed', reason }, isWorthAnother };
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
