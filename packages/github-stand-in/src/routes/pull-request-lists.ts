import { answerJson } from '../server/answer.ts';
import { paginate } from '../server/paginate.ts';
import { Refusal } from '../server/refusal.ts';
import { defineRoute } from '../server/route.ts';
import type { RouteRequest } from '../server/route.ts';
import type { PullRequest } from '../state/pull-request.ts';
import { describeCommit } from '../views/describe-commit.ts';
import { describeSimplePullRequest } from '../views/describe-pull-request.ts';
import { requirePullRequest } from './pull-requests.ts';

/** `head` is `owner:branch`; GitHub ignores one without an owner. */
function isSelected(pullRequest: PullRequest, query: URLSearchParams): boolean {
  const state = query.get('state') ?? 'open';
  const base = query.get('base');
  const [owner = '', branch] = (query.get('head') ?? '').split(/:(.*)/);
  return (
    (state === 'all' || pullRequest.state === state) &&
    (base === null || pullRequest.baseBranch === base) &&
    (branch === undefined ||
      (pullRequest.headBranch === branch &&
        pullRequest.headRepository.owner.login.toLowerCase() === owner.toLowerCase()))
  );
}

/** What to sort by: `long-running` by age, as `created`. */
function sortKey(pullRequest: PullRequest, sort: string): string | number {
  if (sort === 'popularity') return pullRequest.comments.length;
  return sort === 'updated' ? pullRequest.updatedAt : pullRequest.createdAt;
}

function sortBy(pullRequests: readonly PullRequest[], query: URLSearchParams): PullRequest[] {
  const sort = query.get('sort') ?? 'created';
  const isDescending = (query.get('direction') ?? (sort === 'created' ? 'desc' : 'asc')) === 'desc';
  const ascending = pullRequests.toSorted((a, b) => {
    const [keyA, keyB] = [sortKey(a, sort), sortKey(b, sort)];
    if (keyA === keyB) return a.number - b.number;
    return keyA < keyB ? -1 : 1;
  });
  return isDescending ? ascending.reverse() : ascending;
}

function answerList(request: RouteRequest<unknown>, pullRequests: readonly PullRequest[]) {
  const { items, headers } = paginate(request, pullRequests);
  const described = items.map((pullRequest) => describeSimplePullRequest(request.urls, pullRequest));
  return answerJson(described, 200, headers);
}

export const listPullRequests = defineRoute({
  method: 'GET',
  path: '/repos/{owner}/{repo}/pulls',
  accepts: [{ pull_requests: 'read' }],
  answer: (request) => {
    const { repository, query } = request;
    const selected = repository.pullRequests.filter((pullRequest) => isSelected(pullRequest, query));
    return answerList(request, sortBy(selected, query));
  },
});

/**
 * The open and merged pull requests from or into the repository that bring a commit, only merged ones once it is on the
 * default branch. A commit that only a fork has is found through the fork, and not through the repository that the pull
 * request is for.
 */
export const listPullRequestsOfCommit = defineRoute({
  method: 'GET',
  path: '/repos/{owner}/{repo}/commits/{commit_sha}/pulls',
  accepts: [{ pull_requests: 'read' }],
  answer: (request) => {
    const { state, repository, params } = request;
    const named = params['commit_sha'] ?? '';
    const sha = repository.resolveCommit(named);
    if (sha === undefined) throw new Refusal(422, `No commit found for SHA: ${named}`);
    if (!repository.contains(sha)) return answerList(request, []);
    const isOnDefaultBranch = repository.isAncestor(sha, repository.defaultBranch);
    const found = state.repositories
      .flatMap(({ pullRequests }) => pullRequests)
      .filter(
        ({ baseRepository, headRepository }) =>
          baseRepository === repository || headRepository === repository,
      )
      .filter(({ state: now, merged }) => merged !== null || (now === 'open' && !isOnDefaultBranch))
      .filter(({ commits, merged }) => commits.includes(sha) || merged?.sha === sha);
    return answerList(request, found);
  },
});

export const listPullRequestCommits = defineRoute({
  method: 'GET',
  path: '/repos/{owner}/{repo}/pulls/{pull_number}/commits',
  accepts: [{ pull_requests: 'read' }],
  answer: (request) => {
    const { urls, repository, limits, params } = request;
    const { commits } = requirePullRequest(request, params['pull_number']);
    const { items, headers } = paginate(request, commits.slice(0, limits.pullRequestCommits));
    return answerJson(
      items.map((sha) => describeCommit(urls, repository, sha)),
      200,
      headers,
    );
  },
});
