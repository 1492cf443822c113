import { answerJson } from '../server/answer.ts';
import { paginate } from '../server/paginate.ts';
import { notFound, Refusal, validationFailed } from '../server/refusal.ts';
import { defineRoute } from '../server/route.ts';
import type { RouteRequest } from '../server/route.ts';
import type { CommitStatus, StatusState } from '../state/commit-status.ts';
import { describeMinimalRepository } from '../views/describe-repository.ts';
import { describeSimpleStatus, describeStatus } from '../views/describe-status.ts';

interface StatusBody {
  readonly state: StatusState;
  readonly target_url?: string | null;
  readonly description?: string | null;
  readonly context?: string;
}

const mostDescriptionCharacters = 140;

/** Newest first. @throws Refusal 404 when the ref names no commit */
function listStatusesOf({ repository, params }: RouteRequest<unknown>): {
  sha: string;
  statuses: CommitStatus[];
} {
  const sha = repository.resolveCommit(params['ref'] ?? '');
  if (sha === undefined) throw notFound();
  return { sha, statuses: repository.statuses.filter((status) => status.sha === sha).toReversed() };
}

function combine(latest: readonly CommitStatus[]): string {
  if (latest.some(({ state }) => state === 'error' || state === 'failure')) return 'failure';
  return latest.length > 0 && latest.every(({ state }) => state === 'success') ? 'success' : 'pending';
}

export const createStatus = defineRoute<StatusBody>({
  method: 'POST',
  path: '/repos/{owner}/{repo}/statuses/{sha}',
  accepts: [{ statuses: 'write' }],
  answer: ({ state, repository, urls, limits, params, token, body }) => {
    const sha = params['sha'] ?? '';
    const { description = null, target_url: targetUrl = null, context = 'default' } = body;
    if (token === null) throw new Refusal(401, 'Requires authentication');
    if (repository.store.readCommit(sha) === undefined)
      throw new Refusal(422, `No commit found for SHA: ${sha}`);
    if ((description ?? '').length > mostDescriptionCharacters) {
      const message = `description is too long (maximum is ${mostDescriptionCharacters} characters)`;
      throw validationFailed({ resource: 'Status', code: 'custom', field: 'description', message });
    }
    const existing = repository.statuses.filter((status) => status.sha === sha && status.context === context);
    if (existing.length >= limits.statusesPerContext) {
      const message = 'This SHA and context has reached the maximum number of statuses.';
      throw validationFailed({ resource: 'Status', code: 'custom', message });
    }
    const status = {
      id: state.takeId(),
      sha,
      state: body.state,
      context,
      description,
      targetUrl,
      creator: token.account,
      createdAt: state.now(),
    };
    repository.addStatus(status);
    const location = urls.repositoryApi(repository, `/statuses/${sha}`);
    return answerJson(describeStatus(urls, repository, status), 201, { location });
  },
});

export const listStatuses = defineRoute({
  method: 'GET',
  path: '/repos/{owner}/{repo}/commits/{ref}/statuses',
  accepts: [{ statuses: 'read' }],
  answer: (request) => {
    const { items, headers } = paginate(request, listStatusesOf(request).statuses);
    const described = items.map((status) => describeStatus(request.urls, request.repository, status));
    return answerJson(described, 200, headers);
  },
});

export const getCombinedStatus = defineRoute({
  method: 'GET',
  path: '/repos/{owner}/{repo}/commits/{ref}/status',
  accepts: [{ statuses: 'read' }],
  answer: (request) => {
    const { repository, urls } = request;
    const { sha, statuses } = listStatusesOf(request);
    const latest = [...new Map(statuses.toReversed().map((status) => [status.context, status])).values()];
    const { items, headers } = paginate(request, latest);
    return answerJson(
      {
        state: combine(latest),
        statuses: items.map((status) => describeSimpleStatus(urls, repository, status)),
        sha,
        total_count: latest.length,
        repository: describeMinimalRepository(urls, repository),
        commit_url: urls.repositoryApi(repository, `/commits/${sha}`),
        url: urls.repositoryApi(repository, `/commits/${sha}/status`),
      },
      200,
      headers,
    );
  },
});
