import { answerJson } from '../server/answer.ts';
import { paginate } from '../server/paginate.ts';
import { notFound } from '../server/refusal.ts';
import { defineRoute } from '../server/route.ts';
import type { RouteRequest } from '../server/route.ts';
import type { PullRequest } from '../state/pull-request.ts';
import { describeChangedFile } from '../views/describe-changed-file.ts';
import { describePullRequest } from '../views/describe-pull-request.ts';
import { listFilesBetween } from '../state/list-files-between.ts';

/** @throws Refusal 404 when there is no such pull request */
export function requirePullRequest(
  { repository }: RouteRequest<unknown>,
  number: string | undefined,
): PullRequest {
  const pullRequest = repository.pullRequest(Number(number));
  if (pullRequest === undefined) throw notFound();
  return pullRequest;
}

export const getPullRequest = defineRoute({
  method: 'GET',
  path: '/repos/{owner}/{repo}/pulls/{pull_number}',
  accepts: [{ pull_requests: 'read' }],
  answer: (request) => {
    const pullRequest = requirePullRequest(request, request.params['pull_number']);
    const files = listFilesBetween(
      request.repository,
      request.limits,
      pullRequest.mergeBaseSha,
      pullRequest.headSha,
    );
    return answerJson(describePullRequest(request.urls, pullRequest, files));
  },
});

export const listPullRequestFiles = defineRoute({
  method: 'GET',
  path: '/repos/{owner}/{repo}/pulls/{pull_number}/files',
  accepts: [{ pull_requests: 'read' }],
  answer: (request) => {
    const pullRequest = requirePullRequest(request, request.params['pull_number']);
    const files = listFilesBetween(
      request.repository,
      request.limits,
      pullRequest.mergeBaseSha,
      pullRequest.headSha,
    );
    const { items, headers } = paginate(request, files.slice(0, request.limits.pullRequestFiles));
    const described = items.map((file) =>
      describeChangedFile(request.urls, request.repository, pullRequest.headSha, file),
    );
    return answerJson(described, 200, headers);
  },
});
