import { parseCommentMarker, type ReviewRun } from './comment-marker.ts';
import type { GithubClient, RepositoryName } from './github-client.ts';
import { isObject } from './call-github.ts';
import { loadPages } from './load-pages.ts';
import { loadViewer } from './load-viewer.ts';
import { operations } from './operations.ts';

/** A comment that this token's login wrote for a key. */
export interface OwnComment {
  readonly id: number;
  readonly url: string;
  readonly run: ReviewRun;
  /** The body without the marker. */
  readonly visibleBody: string;
}

/**
 * The comments with a marker of `key` that the token's own login wrote, oldest first, over all pages.
 *
 * @throws GithubError
 */
export async function findOwnComments(
  client: GithubClient,
  { owner, repo }: RepositoryName,
  issueNumber: number,
  key: string,
): Promise<readonly OwnComment[]> {
  const params = { owner, repo, issue_number: issueNumber };
  const comments = await loadPages(client, operations.listComments, params, 'comments');
  const marked: (OwnComment & { readonly user: unknown })[] = [];
  for (const { id, body, user, html_url: url } of comments) {
    if (typeof id !== 'number' || typeof body !== 'string') continue;
    const marker = parseCommentMarker(key, body);
    if (marker !== null) marked.push({ id, url: typeof url === 'string' ? url : '', user, ...marker });
  }
  if (marked.length === 0) return [];
  const viewer = await loadViewer(client);
  return marked.filter(({ user }) => isOwnLogin(user, viewer));
}

/** REST writes `[bot]` behind an App's login; GraphQL does for a workflow's token and not everywhere else. */
export function isOwnLogin(user: unknown, viewer: string): boolean {
  if (!isObject(user) || typeof user['login'] !== 'string') return false;
  const { login, type } = user;
  if (login === viewer) return true;
  // A person may be called like the App, so the short form counts for Apps only.
  return type === 'Bot' && login === `${viewer}[bot]`;
}
