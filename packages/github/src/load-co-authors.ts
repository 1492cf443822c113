import { readAccount, type Account } from './account.ts';
import { objectAt, objectList } from './answer-fields.ts';
import { callGraphql, isObject } from './call-github.ts';
import type { GithubClient, RepositoryName } from './github-client.ts';
import type { ListedCommit } from './list-commits.ts';
import { operations } from './operations.ts';
import { requireObjectId } from './require-object-id.ts';

const commitsPerQuery = 50;

/** GitHub gives no more at once; a commit with more is not known to the end. */
const mostAuthors = 100;

/** Who shares commits with their authors. */
export interface CoAuthors {
  readonly accounts: readonly Account[];
  /** Commits with an author who belongs to no account. */
  readonly unknownIn: readonly string[];
}

/**
 * The accounts of those whom `Co-authored-by` lines name. Only GraphQL knows them.
 *
 * @throws GithubError
 */
export async function loadCoAuthors(
  client: GithubClient,
  { owner, repo }: RepositoryName,
  commits: readonly ListedCommit[],
): Promise<CoAuthors> {
  const operation = operations.readCoAuthors;
  const shared = commits.filter(({ message }) => /^\s*co-authored-by:/im.test(message)).map(({ sha }) => sha);
  const accounts: Account[] = [];
  const unknownIn: string[] = [];
  for (let start = 0; start < shared.length; start += commitsPerQuery) {
    const batch = shared.slice(start, start + commitsPerQuery);
    const fields = batch
      .map((sha, index) => `k${index}: object(oid: "${requireObjectId(sha)}") { ...names }`)
      .join(' ');
    const query = `query($owner: String!, $repo: String!) { repository(owner: $owner, name: $repo) { ${fields} } } fragment names on Commit { authors(first: ${mostAuthors}) { totalCount nodes { user { login databaseId } } } }`;
    const repository = objectAt(
      operation,
      await callGraphql(client, operation, query, { owner, repo }),
      'repository',
    );
    for (const [index, sha] of batch.entries()) {
      const authors = objectAt(operation, repository, `k${index}`, 'authors');
      const nodes = objectList(operation, authors['nodes'], 'authors');
      const known = nodes.flatMap(({ user }) => {
        const account = isObject(user)
          ? readAccount({ ...user, id: user['databaseId'], type: 'User' })
          : null;
        return account ?? [];
      });
      accounts.push(...known);
      if (known.length < nodes.length || authors['totalCount'] !== nodes.length) unknownIn.push(sha);
    }
  }
  return { accounts, unknownIn };
}
