import { answerJson, answerNothing } from '../server/answer.ts';
import { paginate } from '../server/paginate.ts';
import { notFound, Refusal, validationFailed } from '../server/refusal.ts';
import { defineRoute } from '../server/route.ts';
import type { RouteRequest } from '../server/route.ts';
import type { Comment } from '../state/comment.ts';
import type { PullRequest } from '../state/pull-request.ts';
import type { Permissions } from '../state/token.ts';
import { describeComment } from '../views/describe-comment.ts';
import { requirePullRequest } from './pull-requests.ts';

interface CommentBody {
  readonly body: string;
}

const mayRead: readonly Permissions[] = [{ issues: 'read' }, { pull_requests: 'read' }];
const mayWrite: readonly Permissions[] = [{ issues: 'write' }, { pull_requests: 'write' }];

/** @throws Refusal 404 when no pull request of the repository has the comment */
function requireComment({ repository, params }: RouteRequest<unknown>): {
  pullRequest: PullRequest;
  comment: Comment;
} {
  const id = Number(params['comment_id']);
  for (const pullRequest of repository.pullRequests) {
    const comment = pullRequest.comments.find((candidate) => candidate.id === id);
    if (comment !== undefined) return { pullRequest, comment };
  }
  throw notFound();
}

/** @throws Refusal 422 for an empty text, or one of more characters (code points) than a comment may have */
function requireText({ limits, body: { body } }: RouteRequest<CommentBody>): string {
  const refuse = (message: string): Refusal =>
    validationFailed({ resource: 'IssueComment', code: 'unprocessable', field: 'data', message });
  if (body.trim() === '') throw refuse('Body cannot be blank');
  if ([...body].length > limits.commentCharacters) {
    throw refuse(`Body is too long (maximum is ${limits.commentCharacters} characters)`);
  }
  return body;
}

export const listComments = defineRoute({
  method: 'GET',
  path: '/repos/{owner}/{repo}/issues/{issue_number}/comments',
  accepts: mayRead,
  answer: (request) => {
    const pullRequest = requirePullRequest(request, request.params['issue_number']);
    const since = request.query.get('since') ?? '';
    const { items, headers } = paginate(
      request,
      pullRequest.comments.filter(({ updatedAt }) => updatedAt >= since),
    );
    const described = items.map((comment) => describeComment(request.urls, pullRequest, comment));
    return answerJson(described, 200, headers);
  },
});

export const createComment = defineRoute<CommentBody>({
  method: 'POST',
  path: '/repos/{owner}/{repo}/issues/{issue_number}/comments',
  accepts: mayWrite,
  answer: (request) => {
    const pullRequest = requirePullRequest(request, request.params['issue_number']);
    if (request.token === null) throw new Refusal(401, 'Requires authentication');
    const { account, app } = request.token;
    const comment = pullRequest.addComment({ author: account.login, body: requireText(request), app });
    const location = request.urls.repositoryApi(request.repository, `/issues/comments/${comment.id}`);
    return answerJson(describeComment(request.urls, pullRequest, comment), 201, { location });
  },
});

export const getComment = defineRoute({
  method: 'GET',
  path: '/repos/{owner}/{repo}/issues/comments/{comment_id}',
  accepts: mayRead,
  answer: (request) => {
    const { pullRequest, comment } = requireComment(request);
    return answerJson(describeComment(request.urls, pullRequest, comment));
  },
});

/** Whoever may write may edit everybody's comments, as on GitHub with write access. */
export const updateComment = defineRoute<CommentBody>({
  method: 'PATCH',
  path: '/repos/{owner}/{repo}/issues/comments/{comment_id}',
  accepts: mayWrite,
  answer: (request) => {
    const { pullRequest, comment } = requireComment(request);
    const edited = pullRequest.editComment(comment.id, requireText(request));
    return answerJson(describeComment(request.urls, pullRequest, edited ?? comment));
  },
});

export const deleteComment = defineRoute({
  method: 'DELETE',
  path: '/repos/{owner}/{repo}/issues/comments/{comment_id}',
  accepts: mayWrite,
  answer: (request) => {
    const { pullRequest, comment } = requireComment(request);
    pullRequest.deleteComment(comment.id);
    return answerNothing();
  },
});
