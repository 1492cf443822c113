import { objectAt } from './answer-fields.ts';
import { callGithub } from './call-github.ts';
import type { GithubClient, RepositoryName } from './github-client.ts';
import { loadPages } from './load-pages.ts';
import { operations } from './operations.ts';
import { returnFailure, type Failure } from './return-failure.ts';

/** What a success is about to be written for. */
export interface ConfirmRequest extends RepositoryName {
  readonly number: number;
  /** The branch whose policy judged. */
  readonly baseRef: string;
  /** The commit that was judged; null for one that a merge queue made. */
  readonly headSha: string | null;
}

/** Whether it is still true of the pull request. */
export type ConfirmOutcome =
  | { readonly kind: 'confirmed' }
  /** One clause: what is other by now. */
  | { readonly kind: 'doubted'; readonly reason: string }
  | Failure;

/**
 * Asks right before a success is written whether it is still true of the pull request. An event may be old (a run that is
 * started again brings its first one), and a commit status belongs to the commit: a pull request into a branch with a
 * weaker policy must not speak for one into another branch.
 */
export async function confirmPullRequest(
  client: GithubClient,
  request: ConfirmRequest,
): Promise<ConfirmOutcome> {
  return returnFailure(async () => {
    const reason = await findDoubt(client, request);
    return reason === null ? { kind: 'confirmed' } : { kind: 'doubted', reason };
  });
}

async function findDoubt(
  client: GithubClient,
  { owner, repo, number, baseRef, headSha }: ConfirmRequest,
): Promise<string | null> {
  const operation = operations.readPullRequest;
  const { data: pull } = await callGithub(client, operation, { owner, repo, pull_number: number });
  if (objectAt(operation, pull)['state'] !== 'open') return `#${number} is closed`;
  if (objectAt(operation, pull, 'base')['ref'] !== baseRef)
    return `#${number} goes into another branch by now`;
  if (headSha === null) return null;
  if (objectAt(operation, pull, 'head')['sha'] !== headSha) return `#${number} has another head by now`;
  const open = await loadPages(
    client,
    operations.listPullRequests,
    { owner, repo, state: 'open' },
    'pull requests',
  );
  const rival = open.find(
    (other) =>
      objectAt(operations.listPullRequests, other, 'head')['sha'] === headSha &&
      objectAt(operations.listPullRequests, other, 'base')['ref'] !== baseRef,
  );
  return rival === undefined
    ? null
    : `#${String(rival['number'])} brings this commit into another branch, and a status cannot tell the two apart`;
}
