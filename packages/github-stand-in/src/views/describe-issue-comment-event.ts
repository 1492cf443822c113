import type { Json, JsonObject } from '../openapi/description.ts';
import type { Account } from '../state/account.ts';
import type { Comment } from '../state/comment.ts';
import type { PullRequest } from '../state/pull-request.ts';
import { describeAccount } from './describe-account.ts';
import { describeComment } from './describe-comment.ts';
import { associationOf } from './describe-pull-request.ts';
import { describeFullRepository } from './describe-repository.ts';
import { nodeId } from './urls.ts';
import type { Urls } from './urls.ts';

/** A pull request as an issue: `pull_request` is what tells it from one. */
function describeIssue(urls: Urls, pullRequest: PullRequest): Record<string, Json> {
  const { baseRepository: repository, number } = pullRequest;
  const url = urls.repositoryApi(repository, `/issues/${number}`);
  const page = urls.repositoryPage(repository, `/pull/${number}`);
  return {
    url,
    repository_url: urls.repositoryApi(repository),
    labels_url: `${url}/labels{/name}`,
    comments_url: `${url}/comments`,
    events_url: `${url}/events`,
    html_url: page,
    id: pullRequest.id,
    node_id: nodeId('PullRequest', pullRequest.id),
    number,
    title: pullRequest.title,
    user: describeAccount(urls, pullRequest.author),
    labels: [],
    state: pullRequest.state,
    locked: false,
    assignee: null,
    assignees: [],
    milestone: null,
    comments: pullRequest.comments.length,
    created_at: pullRequest.createdAt,
    updated_at: pullRequest.updatedAt,
    closed_at: pullRequest.closedAt,
    author_association: associationOf(repository, pullRequest.author, 'CONTRIBUTOR'),
    active_lock_reason: null,
    draft: pullRequest.draft,
    pull_request: {
      url: urls.repositoryApi(repository, `/pulls/${number}`),
      html_url: page,
      diff_url: `${page}.diff`,
      patch_url: `${page}.patch`,
      merged_at: pullRequest.merged?.at ?? null,
    },
    body: pullRequest.body,
    performed_via_github_app: null,
    state_reason: null,
  };
}

/** The payload of an `issue_comment` event. It says nothing of the commits: those have to be asked for. */
export function describeIssueCommentEvent(
  urls: Urls,
  pullRequest: PullRequest,
  comment: Comment,
  { action, sender, changes }: { action: string; sender: Account; changes: JsonObject | undefined },
): Record<string, Json> {
  return {
    action,
    ...(changes === undefined ? {} : { changes }),
    issue: describeIssue(urls, pullRequest),
    comment: describeComment(urls, pullRequest, comment),
    repository: describeFullRepository(urls, pullRequest.baseRepository),
    sender: describeAccount(urls, sender),
  };
}
