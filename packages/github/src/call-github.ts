import { GithubError, type ExternalError } from './external-error.ts';
import type { GithubClient, GithubResponse } from './github-client.ts';
import type { Operation } from './operations.ts';

/** Waits before the second and the third try when GitHub is briefly unavailable, in milliseconds. */
const waitsWhenUnavailable = [500, 2_000];

/** How often a request is tried again that a rate limit refused, and the longest wait that is worth it. */
const triesAfterRateLimit = 3;
const longestWaitMs = 120_000;

/** GitHub's advice where a secondary limit names no time: at least a minute, and more after each refusal. */
const waitWithoutAdviceMs = 60_000;

/**
 * Sends one request. It is tried again when a rate limit refused it (after the time that GitHub names), and when GitHub is
 * briefly unavailable, provided that doing it twice is doing it once: nobody knows whether the first one was done.
 *
 * @throws GithubError when there is no answer or one of 400 and above.
 */
export async function callGithub(
  client: GithubClient,
  operation: Operation,
  params: Readonly<Record<string, unknown>>,
): Promise<GithubResponse> {
  return tryAgain(client, operation, async () => {
    const response = await client.request(operation.route, params);
    if (response.status < 400) return response;
    throw new GithubError(describeFailure(operation, response));
  });
}

/**
 * Sends a GraphQL query, with the same patience. Queries only: no mutation is ever sent.
 *
 * @returns what is under `data`
 * @throws GithubError also for an answer with errors and without data
 */
export async function callGraphql(
  client: GithubClient,
  operation: Operation,
  query: string,
  variables: Readonly<Record<string, unknown>>,
): Promise<unknown> {
  const response = await tryAgain(client, operation, async () => {
    const answer = await client.graphql(query, variables);
    if (answer.status >= 400) throw new GithubError(describeFailure(operation, answer));
    const errors: unknown = isObject(answer.data) ? answer.data['errors'] : undefined;
    if (Array.isArray(errors) && errors.length > 0) {
      throw new GithubError(describeFailure(operation, { ...answer, data: errors[0] as unknown })); // checked by the reader
    }
    return answer;
  });
  return isObject(response.data) ? response.data['data'] : undefined;
}

async function tryAgain(
  client: GithubClient,
  operation: Operation,
  send: () => Promise<GithubResponse>,
): Promise<GithubResponse> {
  const isRepeatable = operation.route.startsWith('GET ') || operation.isRepeatable === true;
  let unavailable = 0;
  let limited = 0;
  for (;;) {
    try {
      return await send();
    } catch (thrown) {
      const error = toGithubError(operation, thrown);
      const { kind, retryAfterMs } = error.externalError;
      if (kind === 'rate-limited' && limited < triesAfterRateLimit) {
        const wait = retryAfterMs ?? waitWithoutAdviceMs * 2 ** limited;
        if (wait > longestWaitMs) throw error;
        limited += 1;
        await client.sleep(wait);
      } else if (isRepeatable && (kind === 'unavailable' || kind === 'unreachable')) {
        const wait = waitsWhenUnavailable[unavailable];
        if (wait === undefined) throw error;
        unavailable += 1;
        await client.sleep(wait);
      } else throw error;
    }
  }
}

/** Any failure of a request, also one that a client library threw, as a GithubError. */
function toGithubError(operation: Operation, thrown: unknown): GithubError {
  if (thrown instanceof GithubError) return thrown;
  const error: unknown = thrown;
  if (isObject(error) && typeof error['status'] === 'number' && isObject(error['response'])) {
    const { headers, data } = error['response'];
    const response = { status: error['status'], headers: isObject(headers) ? headers : {}, data };
    return new GithubError(describeFailure(operation, response), thrown);
  }
  const reason =
    isObject(error) && typeof error['message'] === 'string' ? oneLine(error['message']) : 'no reason given';
  return new GithubError(
    {
      kind: 'unreachable',
      status: null,
      action: operation.action,
      permission: operation.permission,
      message: `cannot ${operation.action}: GitHub could not be reached (${reason})`,
    },
    thrown,
  );
}

/** An answer that is not what GitHub documents, as a GithubError. */
export function unexpectedAnswer(operation: Operation, what: string): GithubError {
  return new GithubError({
    kind: 'unexpected-answer',
    status: null,
    action: operation.action,
    permission: operation.permission,
    message: `cannot ${operation.action}: GitHub's answer has no ${what}`,
  });
}

/** A refused request as an ExternalError; GraphQL refuses with status 200 and `errors`. */
function describeFailure(operation: Operation, response: GithubResponse): ExternalError {
  const { status } = response;
  const { action, permission } = operation;
  const said =
    isObject(response.data) && typeof response.data['message'] === 'string' ? response.data['message'] : '';
  const answer = said === '' ? `${status}` : `${status} "${oneLine(said)}"`;
  const failure = (kind: ExternalError['kind'], reason: string, retryAfterMs?: number): ExternalError => ({
    kind,
    status,
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
    action,
    permission,
    message: `cannot ${action}: ${reason}`,
  });
  if (status === 401) return failure('bad-token', `GitHub does not accept the token (${answer})`);
  if (status === 429 || isRateLimited(response, said) || isAbuse(response)) {
    const retryAfterMs = waitOf(response);
    const when =
      retryAfterMs === null ? '' : `, try again after ${Math.max(1, Math.ceil(retryAfterMs / 1_000))} s`;
    const reason = isAbuse(response)
      ? `GitHub says that it came too quickly (${answer})`
      : `the rate limit of the token is used up (${answer})`;
    // Without a word about the time, a used-up hour is not worth a wait; a secondary limit is.
    const isUsedUp = headerOf(response, 'x-ratelimit-remaining') === '0';
    return failure('rate-limited', `${reason}${when}`, retryAfterMs ?? (isUsedUp ? Infinity : undefined));
  }
  if (
    (status === 403 || typeOf(response) === 'FORBIDDEN') &&
    permission !== null &&
    !/\blocked\b/i.test(said)
  ) {
    const fork = permission.endsWith(': write')
      ? ', and a pull request from a fork or of Dependabot gets a token that can only read'
      : '';
    return failure('no-permission', `GitHub answered ${answer}; the token needs "${permission}"${fork}`);
  }
  if (status === 404) {
    const hint = permission === null ? '' : `; it does not exist, or the token needs "${permission}"`;
    return failure('not-found', `GitHub answered ${answer}${hint}`);
  }
  if (status >= 500) return failure('unavailable', `GitHub is not available now (${answer})`);
  return failure('refused', `GitHub refused it (${answer})`);
}

/** GraphQL answers 200, where only what it says counts: nothing left may as well be after the last one. */
function isRateLimited(response: GithubResponse, said: string): boolean {
  if (response.status === 200) return typeOf(response) === 'RATE_LIMITED' || /rate limit/i.test(said);
  if (response.status !== 403) return false;
  return (
    headerOf(response, 'retry-after') !== null ||
    headerOf(response, 'x-ratelimit-remaining') === '0' ||
    /rate limit|abuse/i.test(said)
  );
}

/** The type of an error of GraphQL. */
function typeOf({ status, data }: GithubResponse): unknown {
  return status === 200 && isObject(data) ? data['type'] : undefined;
}

/** GitHub's answer to content that is made too quickly; nothing was written. */
function isAbuse({ status, data }: GithubResponse): boolean {
  return status === 422 && /submitted too quickly|"abuse"/i.test(JSON.stringify(data) ?? '');
}

/** How long GitHub asks to wait: `retry-after`, else until the limit is reset by the server's own clock. */
function waitOf(response: GithubResponse): number | null {
  const seconds = headerOf(response, 'retry-after');
  if (seconds !== null && /^\d{1,9}$/.test(seconds)) return Number(seconds) * 1_000;
  if (headerOf(response, 'x-ratelimit-remaining') !== '0') return null;
  const resetsAt = headerOf(response, 'x-ratelimit-reset');
  const serverTime = Date.parse(headerOf(response, 'date') ?? '');
  if (resetsAt === null || !/^\d{1,12}$/.test(resetsAt) || Number.isNaN(serverTime)) return null;
  return Math.max(0, Number(resetsAt) * 1_000 - serverTime) + 1_000;
}

function headerOf(response: GithubResponse, name: string): string | null {
  const value = response.headers[name];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : null;
}

function oneLine(text: string): string {
  const line = text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ').trim();
  return line.length > 200 ? `${line.slice(0, 199)}…` : line;
}

/** Narrows an answer (or anything thrown) to something that has fields. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
