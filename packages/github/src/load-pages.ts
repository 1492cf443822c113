import { objectList } from './answer-fields.ts';
import { callGithub } from './call-github.ts';
import type { GithubClient, GithubResponse } from './github-client.ts';
import type { Operation } from './operations.ts';

/** The largest page that GitHub gives. */
export const pageSize = 100;

/** Every item of a list, over all its pages, in GitHub's order. */
export async function loadPages(
  client: GithubClient,
  operation: Operation,
  params: Readonly<Record<string, unknown>>,
  name: string,
): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const items: Readonly<Record<string, unknown>>[] = [];
  for (let page = 1; ; page += 1) {
    const response = await callGithub(client, operation, { ...params, per_page: pageSize, page });
    const found = objectList(operation, response.data, name);
    items.push(...found);
    if (!hasNextPage(response, found.length)) return items;
  }
}

/**
 * Whether more follows. GitHub leaves out what an account that it hides wrote, so that a page in the middle may be short:
 * the link decides, and the length only where there is none.
 */
export function hasNextPage({ headers }: GithubResponse, length: number): boolean {
  const { link } = headers;
  return typeof link === 'string' ? /;\s*rel="?next"?/.test(link) : length >= pageSize;
}
