import { objectList } from './answer-fields.ts';
import { callGithub } from './call-github.ts';
import type { GithubClient } from './github-client.ts';
import type { Operation } from './operations.ts';

/** The largest page that GitHub gives. */
const pageSize = 100;

/** Every item of a list, over all its pages, in GitHub's order. */
export async function loadPages(
  client: GithubClient,
  operation: Operation,
  params: Readonly<Record<string, unknown>>,
  name: string,
): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const items: Readonly<Record<string, unknown>>[] = [];
  for (let page = 1; ; page += 1) {
    const { data } = await callGithub(client, operation, { ...params, per_page: pageSize, page });
    const found = objectList(operation, data, name);
    items.push(...found);
    if (found.length < pageSize) return items;
  }
}
