import { compareTrees } from '../git/compare-trees.ts';
import type { Signature } from '../git/commit.ts';
import type { Json } from '../openapi/description.ts';
import type { Repository } from '../state/repository.ts';
import type { Urls } from './urls.ts';

/** A commit as the payloads of `push` and `merge_group` have it. @throws Error when it is not there */
export function describeEventCommit(urls: Urls, repository: Repository, sha: string): Record<string, Json> {
  const { store } = repository;
  const commit = store.readCommit(sha);
  if (commit === undefined) throw new Error(`${repository.fullName} has no commit ${sha}`);
  const describePerson = (signature: Signature): Record<string, Json> => {
    const account = repository.accountOf(signature);
    const { name, email } = signature;
    return { name, email, ...(account === null ? {} : { username: account.login }) };
  };
  const [parent] = commit.parents;
  const emptyTree = store.add('tree', Buffer.alloc(0));
  const differences = compareTrees(
    store,
    parent === undefined ? emptyTree : repository.treeOf(parent),
    commit.tree,
  );
  const pathsOf = (isOfKind: (wasThere: boolean, isThere: boolean) => boolean): string[] =>
    differences
      .filter(({ before, after }) => isOfKind(before !== null, after !== null))
      .map(({ path }) => path);
  return {
    id: sha,
    tree_id: commit.tree,
    distinct: true,
    message: commit.message,
    timestamp: new Date(commit.committer.time * 1000).toISOString().replace('.000Z', 'Z'),
    url: urls.repositoryPage(repository, `/commit/${sha}`),
    author: describePerson(commit.author),
    committer: describePerson(commit.committer),
    added: pathsOf((wasThere) => !wasThere),
    removed: pathsOf((_, isThere) => !isThere),
    modified: pathsOf((wasThere, isThere) => wasThere && isThere),
  };
}
