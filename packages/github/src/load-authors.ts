import { isSameAccount, readAccount, type Account } from './account.ts';
import { objectAt, textField } from './answer-fields.ts';
import { callGithub } from './call-github.ts';
import type { GithubClient, RepositoryName } from './github-client.ts';
import { listCommits } from './list-commits.ts';
import { loadCoAuthors } from './load-co-authors.ts';
import { loadPushers } from './load-pushers.ts';
import { operations } from './operations.ts';

/** Those who may not approve their own work. */
export interface Authors {
  /** One clause that says why not; null when somebody is none of them. */
  refuse(account: Account): string | null;
  /** What could not be found out, one sentence each. */
  readonly remarks: readonly string[];
}

/** For a policy that lets authors approve, and where nobody asks. */
export const noAuthors: Authors = { refuse: () => null, remarks: [] };

/** The account that makes merges on GitHub's pages; it is nobody's. */
const webFlow = 'web-flow';

/**
 * Who opened a pull request, who wrote, committed or shares a commit of it, and who pushed one. A merge queue may squash
 * the commits and lose their authors, so those of the pull request's live head count there too.
 *
 * @throws GithubError
 */
export async function loadAuthors(
  client: GithubClient,
  request: RepositoryName & { readonly number: number; readonly baseSha: string; readonly headSha: string },
): Promise<Authors> {
  const { owner, repo, number, baseSha, headSha } = request;
  const operation = operations.readPullRequest;
  const { data: pull } = await callGithub(client, operation, { owner, repo, pull_number: number });
  const opener = readAccount(objectAt(operation, pull)['user']);
  const liveHead = textField(operation, objectAt(operation, pull, 'head'), 'sha');
  const lists = [];
  for (const head of new Set([headSha, liveHead]))
    lists.push(await listCommits(client, request, baseSha, head));
  const commits = lists.flat();
  const coAuthors = await loadCoAuthors(client, request, commits);
  const pushers = await loadPushers(client, pull, new Set(commits.map(({ sha }) => sha)));
  const writers = [
    ...commits.flatMap(({ author, committer }) => [author, committer]),
    ...coAuthors.accounts,
  ].filter((account) => account !== null && account.login !== webFlow);
  const unknown = new Set([
    ...commits.filter(({ author }) => author === null).map(({ sha }) => sha),
    ...coAuthors.unknownIn,
  ]).size;
  const isOneOf = (accounts: readonly (Account | null)[], account: Account) =>
    accounts.some((one) => one !== null && isSameAccount(one, account));
  return {
    refuse: (account) => {
      const { login } = account;
      if (isOneOf([opener], account)) return `${login} opened this pull request`;
      if (isOneOf(writers, account)) return `${login} wrote a commit of this pull request`;
      return isOneOf(pushers.accounts, account) ? `${login} pushed a commit of this pull request` : null;
    },
    remarks: [
      ...(unknown === 0 ? [] : [describeUnknown(unknown)]),
      ...(pushers.remark === null ? [] : [pushers.remark]),
    ],
  };
}

function describeUnknown(count: number): string {
  const commits = count === 1 ? '1 commit has an author' : `${count} commits have authors`;
  return `${commits} of no account of GitHub: whether an approver wrote ${count === 1 ? 'it' : 'them'} cannot be told.`;
}
