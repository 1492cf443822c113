import type { AppParts } from '../app-parts.ts';
import type { GithubFailure } from './github-failure.ts';
import type { UserIdentity } from './identity.ts';

/** What GitHub answered; `failure` stands for everything that answers no question. */
export type GithubAnswer =
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly body: unknown;
      readonly hasNextPage: boolean;
    }
  | { readonly kind: 'failure'; readonly failure: GithubFailure['kind']; readonly reason: string };

const timeoutMs = 10_000;
/** Answers that are about what was asked; everything else is a failure. */
const tellingStatuses: ReadonlySet<number> = new Set([200, 404, 403, 451]);

function unavailable(reason: string): GithubAnswer {
  return { kind: 'failure', failure: 'unavailable', reason };
}

/** 403 is also how GitHub says that there were too many requests. */
function isRateLimited({ status, headers }: globalThis.Response): boolean {
  return (
    status === 429 ||
    (status === 403 && (headers.get('x-ratelimit-remaining') === '0' || headers.has('retry-after')))
  );
}

/** Headers that every request to GitHub carries. */
export const githubHeaders = { 'user-agent': 'topodiff-review' } as const;

/**
 * Reads something from GitHub's REST API as a user.
 *
 * @param path - with encoded parts and the query
 */
export async function askGithub(
  { configuration, fetch }: Pick<AppParts, 'configuration' | 'fetch'>,
  { token }: Pick<UserIdentity, 'token'>,
  path: `/${string}`,
): Promise<GithubAnswer> {
  try {
    const response = await fetch(`${configuration.github.apiUrl}${path}`, {
      headers: {
        ...githubHeaders,
        accept: 'application/vnd.github+json',
        'x-github-api-version': '2022-11-28',
        authorization: `Bearer ${token}`,
      },
      signal: AbortSignal.timeout(timeoutMs),
    });
    const { status, headers } = response;
    if (status === 401) {
      return { kind: 'failure', failure: 'refused', reason: 'GitHub no longer accepts the sign-in.' };
    }
    if (isRateLimited(response)) return unavailable('GitHub takes no more requests for now.');
    if (!tellingStatuses.has(status)) return unavailable(`GitHub answered with status ${status}.`);
    const body = status === 200 ? ((await response.json()) as unknown) : null;
    return { kind: 'answer', status, body, hasNextPage: /;\s*rel="next"/.test(headers.get('link') ?? '') };
  } catch (error) {
    const isLate = error instanceof DOMException && error.name === 'TimeoutError';
    return unavailable(isLate ? 'GitHub did not answer in time.' : 'GitHub could not be reached.');
  }
}

/** `owner/name` as a part of a path; null when it is no name that GitHub gives. */
export function repositoryPath(fullName: string): `/repos/${string}` | null {
  const parts = /^([\w.-]+)\/([\w.-]+)$/.exec(fullName)?.slice(1) ?? [];
  // `..` would climb to another endpoint.
  return parts.length === 2 && parts.every((part) => !/^\.+$/.test(part))
    ? `/repos/${parts.join('/')}`
    : null;
}
