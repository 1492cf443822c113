import { objectAt, textField } from './answer-fields.ts';
import { callGithub, isObject } from './call-github.ts';
import type { GithubClient, RepositoryName } from './github-client.ts';
import { loadPages } from './load-pages.ts';
import { operations } from './operations.ts';
import { returnFailure, type Failure } from './return-failure.ts';
import type { ReviewRange } from './review-range.ts';

/** What there is to review of a pull request. */
export type PullRequestOutcome =
  | { readonly kind: 'found'; readonly range: ReviewRange }
  /** One line: it is closed, or has moved on, so that there is nothing to review any more. */
  | { readonly kind: 'outdated'; readonly reason: string }
  /** One line: there is no way to tell which is meant. */
  | { readonly kind: 'refused'; readonly reason: string }
  | Failure;

/** The pull request of a number, as it is now. */
export async function loadPullRequest(
  client: GithubClient,
  { owner, repo }: RepositoryName,
  number: number,
): Promise<PullRequestOutcome> {
  return returnFailure(async () => {
    const operation = operations.readPullRequest;
    const { data } = await callGithub(client, operation, { owner, repo, pull_number: number });
    if (objectAt(operation, data)['state'] === 'closed') {
      return { kind: 'outdated', reason: `the pull request #${number} is closed` };
    }
    return { kind: 'found', range: describe({ owner, repo }, data) };
  });
}

/** What a `workflow_run` says of the commit that it ran for; nothing else of it is believed. */
export interface WorkflowRunHead {
  readonly headSha: string;
  /** `owner/name` of the repository that holds the head. */
  readonly headRepository: string;
  readonly headBranch: string;
}

/** The one open pull request whose live head is a workflow run's. A pull request that has moved on is refused. */
export async function findPullRequestOfRun(
  client: GithubClient,
  repository: RepositoryName,
  { headSha, headRepository, headBranch }: WorkflowRunHead,
): Promise<PullRequestOutcome> {
  return returnFailure(async () => {
    const [headOwner = ''] = headRepository.split('/');
    const listed = await loadPages(
      client,
      operations.listPullRequests,
      { ...repository, state: 'open', head: `${headOwner}:${headBranch}` },
      'pull requests',
    );
    const ofBranch = listed.filter((pull) => {
      const head = objectAt(operations.listPullRequests, pull, 'head');
      const repo = head['repo'];
      const fullName = isObject(repo) ? repo['full_name'] : null;
      return (
        head['ref'] === headBranch &&
        typeof fullName === 'string' &&
        fullName.toLowerCase() === headRepository.toLowerCase()
      );
    });
    const matching = ofBranch.filter(
      (pull) => objectAt(operations.listPullRequests, pull, 'head')['sha'] === headSha,
    );
    const [only, ...others] = matching;
    const branch = `${headRepository}:${headBranch}`;
    if (only === undefined) {
      const reason =
        ofBranch.length === 0
          ? `no open pull request comes from ${branch}`
          : `${headSha.slice(0, 7)} is no longer the head of the pull request from ${branch}: a newer run reviews it`;
      return { kind: 'outdated', reason };
    }
    if (others.length > 0) {
      const numbers = matching.map(({ number }) => `#${String(number)}`).join(', ');
      return {
        kind: 'refused',
        reason: `several open pull requests have the head of this run (${numbers}): it does not say which is meant`,
      };
    }
    return { kind: 'found', range: describe(repository, only) };
  });
}

function describe({ owner, repo }: RepositoryName, pull: unknown): ReviewRange {
  const operation = operations.readPullRequest;
  const base = objectAt(operation, pull, 'base');
  const head = objectAt(operation, pull, 'head');
  const { number } = objectAt(operation, pull);
  if (typeof number !== 'number') throw new Error('a pull request of GitHub has no number');
  return {
    owner,
    repo,
    number,
    baseRef: textField(operation, base, 'ref'),
    baseSha: textField(operation, base, 'sha'),
    headRef: textField(operation, head, 'ref'),
    headSha: textField(operation, head, 'sha'),
    start: 'merge-base',
  };
}
