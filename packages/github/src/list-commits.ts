import { objectAt, objectList, textField } from './answer-fields.ts';
import { callGithub, unexpectedAnswer } from './call-github.ts';
import { readAccount, type Account } from './account.ts';
import type { GithubClient, RepositoryName } from './github-client.ts';
import { hasNextPage, pageSize } from './load-pages.ts';
import { operations } from './operations.ts';

/** Who made a commit, by the e-mail addresses that it names: anybody may write any into it. */
export interface ListedCommit {
  readonly sha: string;
  readonly message: string;
  readonly author: Account | null;
  readonly committer: Account | null;
}

/**
 * All commits that `head` has and `base` lacks. The list of a pull request ends at 250, this one does not.
 *
 * @throws GithubError also when GitHub lists fewer than it counts
 */
export async function listCommits(
  client: GithubClient,
  { owner, repo }: RepositoryName,
  base: string,
  head: string,
): Promise<readonly ListedCommit[]> {
  const operation = operations.listCommits;
  const listed: ListedCommit[] = [];
  for (let page = 1; ; page += 1) {
    const params = { owner, repo, basehead: `${base}...${head}`, per_page: pageSize, page };
    const response = await callGithub(client, operation, params);
    const fields = objectAt(operation, response.data);
    const commits = objectList(operation, fields['commits'], 'commits');
    for (const commit of commits) {
      const { message } = objectAt(operation, commit, 'commit');
      listed.push({
        sha: textField(operation, commit, 'sha'),
        message: typeof message === 'string' ? message : '',
        author: readAccount(commit['author']),
        committer: readAccount(commit['committer']),
      });
    }
    if (hasNextPage(response, commits.length)) continue;
    // An author who is missing could approve his own work.
    if (fields['total_commits'] !== listed.length)
      throw unexpectedAnswer(operation, 'complete list of commits');
    return listed;
  }
}
