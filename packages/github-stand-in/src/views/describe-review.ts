import type { FoundLine } from '../git/patch-lines.ts';
import type { Json } from '../openapi/description.ts';
import type { PullRequest } from '../state/pull-request.ts';
import type { Review, ReviewComment } from '../state/review.ts';
import { describeAccount } from './describe-account.ts';
import { describeReactions } from './describe-comment.ts';
import { associationOf } from './describe-pull-request.ts';
import { nodeId } from './urls.ts';
import type { Urls } from './urls.ts';

/** `pull-request-review` of GitHub's description. */
export function describeReview(urls: Urls, pullRequest: PullRequest, review: Review): Record<string, Json> {
  const { baseRepository: repository, number } = pullRequest;
  const page = urls.repositoryPage(repository, `/pull/${number}#pullrequestreview-${review.id}`);
  const pullRequestUrl = urls.repositoryApi(repository, `/pulls/${number}`);
  return {
    id: review.id,
    node_id: nodeId('PullRequestReview', review.id),
    user: describeAccount(urls, review.author),
    body: review.body,
    state: review.state,
    html_url: page,
    pull_request_url: pullRequestUrl,
    author_association: associationOf(repository, review.author, 'NONE'),
    _links: { html: { href: page }, pull_request: { href: pullRequestUrl } },
    submitted_at: review.submittedAt,
    commit_id: review.commitId,
  };
}

/**
 * `pull-request-review-comment`.
 *
 * @param found - the line in the diff that was reviewed; undefined for a seeded comment that the diff does not show
 */
export function describeReviewComment(
  urls: Urls,
  pullRequest: PullRequest,
  comment: ReviewComment,
  found: FoundLine | undefined,
): Record<string, Json> {
  const { baseRepository: repository, number } = pullRequest;
  const url = urls.repositoryApi(repository, `/pulls/comments/${comment.id}`);
  const page = urls.repositoryPage(repository, `/pull/${number}#discussion_r${comment.id}`);
  const pullRequestUrl = urls.repositoryApi(repository, `/pulls/${number}`);
  const isOutdated = pullRequest.isOutdated(comment);
  const position = found?.line.position ?? 1;
  return {
    url,
    pull_request_review_id: comment.reviewId,
    id: comment.id,
    node_id: nodeId('PullRequestReviewComment', comment.id),
    diff_hunk: found?.excerpt ?? '',
    path: comment.path,
    commit_id: isOutdated ? comment.commitId : pullRequest.headSha,
    original_commit_id: comment.commitId,
    user: describeAccount(urls, comment.author),
    body: comment.body,
    created_at: comment.createdAt,
    updated_at: comment.updatedAt,
    html_url: page,
    pull_request_url: pullRequestUrl,
    author_association: associationOf(repository, comment.author, 'NONE'),
    _links: { self: { href: url }, html: { href: page }, pull_request: { href: pullRequestUrl } },
    reactions: describeReactions(url),
    start_line: isOutdated ? null : comment.startLine,
    original_start_line: comment.startLine,
    start_side: comment.startSide,
    line: isOutdated ? null : comment.line,
    original_line: comment.line,
    side: comment.side,
    position: isOutdated ? null : position,
    original_position: position,
    subject_type: 'line',
  };
}
