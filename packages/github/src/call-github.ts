import { GithubError, type ExternalError } from './external-error.ts';
import type { GithubClient, GithubResponse } from './github-client.ts';
import type { Operation } from './operations.ts';

/** Waits before the second and the third try of a read, in milliseconds. */
const waitsBeforeRetries = [500, 2000];

/**
 * Sends one request. A read is tried again when GitHub is briefly unavailable; a write never is, because
 * nobody knows whether the first one was done.
 *
 * @throws GithubError when there is no answer or one of 400 and above.
 */
export async function callGithub(
  client: GithubClient,
  operation: Operation,
  params: Readonly<Record<string, unknown>>,
): Promise<GithubResponse> {
  const waits = operation.route.startsWith('GET ') ? waitsBeforeRetries : [];
  for (const wait of [...waits, null]) {
    try {
      const response = await client.request(operation.route, params);
      if (response.status < 400) return response;
      throw new GithubError(describeFailure(operation, response));
    } catch (thrown) {
      const error = toGithubError(operation, thrown);
      const { kind } = error.externalError;
      if (wait === null || (kind !== 'unavailable' && kind !== 'unreachable')) throw error;
      await client.sleep(wait);
    }
  }
  throw new Error('the last try of a request neither answered nor failed');
}

/** Any failure of a request, also one that a client library threw, as a GithubError. */
export function toGithubError(operation: Operation, thrown: unknown): GithubError {
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
export function describeFailure(operation: Operation, response: GithubResponse): ExternalError {
  const { status } = response;
  const { action, permission } = operation;
  const said =
    isObject(response.data) && typeof response.data['message'] === 'string' ? response.data['message'] : '';
  const answer = said === '' ? `${status}` : `${status} "${oneLine(said)}"`;
  const failure = (kind: ExternalError['kind'], reason: string): ExternalError => ({
    kind,
    status,
    action,
    permission,
    message: `cannot ${action}: ${reason}`,
  });
  if (status === 401) return failure('bad-token', `GitHub does not accept the token (${answer})`);
  if (status === 429 || (status === 403 && isRateLimited(response, said))) {
    const seconds = headerOf(response, 'retry-after');
    const when = seconds === null ? '' : `, try again after ${seconds} s`;
    return failure('rate-limited', `the rate limit of the token is used up (${answer})${when}`);
  }
  if (status === 403 && permission !== null && !/\blocked\b/i.test(said)) {
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

function isRateLimited(response: GithubResponse, said: string): boolean {
  return (
    headerOf(response, 'retry-after') !== null ||
    headerOf(response, 'x-ratelimit-remaining') === '0' ||
    /rate limit|abuse/i.test(said)
  );
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
