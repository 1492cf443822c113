import type { Signature } from '../git/commit.ts';
import type { Json } from '../openapi/description.ts';
import type { Repository } from '../state/repository.ts';
import { describeAccount } from './describe-account.ts';
import { nodeId } from './urls.ts';
import type { Urls } from './urls.ts';

const notVerified = {
  verified: false,
  reason: 'unsigned',
  signature: null,
  payload: null,
  verified_at: null,
};

function describeSignature({ name, email, time }: Signature): Record<string, Json> {
  return { name, email, date: new Date(time * 1000).toISOString().replace('.000Z', 'Z') };
}

function requireCommit(repository: Repository, sha: string) {
  const commit = repository.store.readCommit(sha);
  if (commit === undefined) throw new Error(`${sha} is no commit of ${repository.fullName}`);
  return commit;
}

function describeParents(urls: Urls, repository: Repository, parents: readonly string[]): Json {
  return parents.map((sha) => ({
    sha,
    url: urls.repositoryApi(repository, `/commits/${sha}`),
    html_url: urls.repositoryPage(repository, `/commit/${sha}`),
  }));
}

/** `git-commit`: the commit as Git's store has it. */
export function describeGitCommit(urls: Urls, repository: Repository, sha: string): Record<string, Json> {
  const commit = requireCommit(repository, sha);
  return {
    sha,
    node_id: nodeId('Commit', sha),
    url: urls.repositoryApi(repository, `/git/commits/${sha}`),
    html_url: urls.repositoryPage(repository, `/commit/${sha}`),
    author: describeSignature(commit.author),
    committer: describeSignature(commit.committer),
    tree: { sha: commit.tree, url: urls.repositoryApi(repository, `/git/trees/${commit.tree}`) },
    message: commit.message,
    parents: describeParents(urls, repository, commit.parents),
    verification: notVerified,
  };
}

/** `commit`: the commit as lists and comparisons show it, with the accounts that its e-mail addresses belong to. */
export function describeCommit(urls: Urls, repository: Repository, sha: string): Record<string, Json> {
  const commit = requireCommit(repository, sha);
  const describeAccountOf = (signature: Signature): Json => {
    const account = repository.accountOf(signature);
    return account === null ? null : describeAccount(urls, account);
  };
  return {
    sha,
    node_id: nodeId('Commit', sha),
    commit: {
      author: describeSignature(commit.author),
      committer: describeSignature(commit.committer),
      message: commit.message,
      tree: { sha: commit.tree, url: urls.repositoryApi(repository, `/git/trees/${commit.tree}`) },
      url: urls.repositoryApi(repository, `/git/commits/${sha}`),
      comment_count: 0,
      verification: notVerified,
    },
    url: urls.repositoryApi(repository, `/commits/${sha}`),
    html_url: urls.repositoryPage(repository, `/commit/${sha}`),
    comments_url: urls.repositoryApi(repository, `/commits/${sha}/comments`),
    author: describeAccountOf(commit.author),
    committer: describeAccountOf(commit.committer),
    parents: describeParents(urls, repository, commit.parents),
  };
}
