import type { Json } from '../openapi/description.ts';
import type { Comment } from '../state/comment.ts';
import type { PullRequest } from '../state/pull-request.ts';
import { describeAccount, describeApp } from './describe-account.ts';
import { nodeId } from './urls.ts';
import type { Urls } from './urls.ts';

/** `reaction-rollup` of a comment that nobody reacted to. */
export function describeReactions(commentUrl: string): Record<string, Json> {
  return {
    url: `${commentUrl}/reactions`,
    total_count: 0,
    '+1': 0,
    '-1': 0,
    laugh: 0,
    hooray: 0,
    confused: 0,
    heart: 0,
    rocket: 0,
    eyes: 0,
  };
}

/** `issue-comment` of GitHub's description; comments of a pull request are those of its issue. */
export function describeComment(
  urls: Urls,
  pullRequest: PullRequest,
  comment: Comment,
): Record<string, Json> {
  const { baseRepository: repository, number } = pullRequest;
  const url = urls.repositoryApi(repository, `/issues/comments/${comment.id}`);
  return {
    url,
    html_url: urls.repositoryPage(repository, `/pull/${number}#issuecomment-${comment.id}`),
    issue_url: urls.repositoryApi(repository, `/issues/${number}`),
    id: comment.id,
    node_id: nodeId('IssueComment', comment.id),
    user: describeAccount(urls, comment.author),
    created_at: comment.createdAt,
    updated_at: comment.updatedAt,
    body: comment.body,
    author_association: comment.author === repository.owner ? 'OWNER' : 'NONE',
    reactions: describeReactions(url),
    performed_via_github_app: comment.app === null ? null : describeApp(urls, comment.app),
  };
}
