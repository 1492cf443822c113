import { findMergeBase } from '../git/commit-graph.ts';
import type { DiffSide } from '../git/patch-lines.ts';
import { answerJson } from '../server/answer.ts';
import { paginate } from '../server/paginate.ts';
import { notFound, Refusal, unprocessable } from '../server/refusal.ts';
import { defineRoute } from '../server/route.ts';
import type { RouteRequest } from '../server/route.ts';
import type { PullRequest } from '../state/pull-request.ts';
import type { ReviewRemark, ReviewState } from '../state/review.ts';
import type { Token } from '../state/token.ts';
import { describeReview } from '../views/describe-review.ts';
import { requirePullRequest } from './pull-requests.ts';
import { findMisplacement, listReviewedFiles } from './remark-places.ts';

interface RemarkBody {
  readonly path: string;
  readonly body: string;
  readonly position?: number;
  readonly line?: number;
  readonly side?: string;
  readonly start_line?: number;
  readonly start_side?: string;
}

type ReviewEvent = 'APPROVE' | 'REQUEST_CHANGES' | 'COMMENT';

interface ReviewBody {
  readonly commit_id?: string;
  readonly body?: string;
  readonly event?: ReviewEvent;
  readonly comments?: readonly RemarkBody[];
}

interface DismissalBody {
  readonly message: string;
}

const stateOf: Readonly<Record<ReviewEvent, ReviewState>> = {
  APPROVE: 'APPROVED',
  REQUEST_CHANGES: 'CHANGES_REQUESTED',
  COMMENT: 'COMMENTED',
};

function readSide(text: string | undefined): DiffSide | undefined {
  if (text === undefined || text === 'LEFT' || text === 'RIGHT') return text;
  throw unprocessable(`Side "${text}" is neither LEFT nor RIGHT`);
}

function readRemark(remark: RemarkBody): ReviewRemark {
  if (remark.position !== undefined) throw unprocessable('The stand-in takes a line and no position');
  if (remark.line === undefined) throw unprocessable('Line could not be resolved');
  return {
    path: remark.path,
    line: remark.line,
    side: readSide(remark.side) ?? 'RIGHT',
    startLine: remark.start_line ?? null,
    startSide: readSide(remark.start_side) ?? null,
    body: remark.body,
  };
}

/** @throws Refusal 422 for a commit that the pull request does not bring */
function requireCommit(pullRequest: PullRequest, commitId: string | undefined): string {
  if (commitId === undefined) return pullRequest.headSha;
  const isKnown = commitId === pullRequest.headSha || pullRequest.commits.includes(commitId);
  if (!isKnown) throw unprocessable(`Commit ${commitId} is not part of the pull request`);
  return commitId;
}

/** @throws Refusal 422 for a text of more characters than a comment may have */
function requireShort({ limits }: RouteRequest<unknown>, text: string): void {
  if ([...text].length > limits.commentCharacters) {
    throw unprocessable(`Body is too long (maximum is ${limits.commentCharacters} characters)`);
  }
}

/** @throws Refusal 422 for an event that GitHub does not take from this account or without a text */
function requireEvent(
  { body: { event, body = '', comments = [] } }: RouteRequest<ReviewBody>,
  { account }: Token,
  pullRequest: PullRequest,
): ReviewEvent {
  if (event === undefined) throw unprocessable('The stand-in keeps no pending reviews: name an event');
  if (event !== 'COMMENT' && account === pullRequest.author) {
    const what = event === 'APPROVE' ? 'approve' : 'request changes on';
    throw unprocessable(`Can not ${what} your own pull request`);
  }
  const isBlank = body.trim() === '';
  if (isBlank && (event === 'REQUEST_CHANGES' || (event === 'COMMENT' && comments.length === 0))) {
    throw unprocessable("Body can't be blank");
  }
  return event;
}

/** @throws Refusal 422 when a remark is not on a line that the diff shows: then none is written */
function requireRemarks(
  request: RouteRequest<ReviewBody>,
  pullRequest: PullRequest,
  commitId: string,
): ReviewRemark[] {
  const { limits, body } = request;
  const remarks = (body.comments ?? []).map(readRemark);
  if (remarks.length > limits.reviewComments) throw unprocessable('was submitted too quickly');
  const { store } = pullRequest.baseRepository;
  const mergeBase = findMergeBase(store, pullRequest.baseSha, commitId) ?? null;
  const files = listReviewedFiles(pullRequest, limits, mergeBase, commitId);
  const problems = remarks.flatMap((remark) => {
    requireShort(request, remark.body);
    if (remark.body.trim() === '') return ["Body can't be blank"];
    const { side = 'RIGHT', startLine = null, startSide = null } = remark;
    return findMisplacement(files, { ...remark, side, startLine, startSide }) ?? [];
  });
  if (problems.length > 0) throw unprocessable(...new Set(problems));
  return remarks;
}

export const listReviews = defineRoute({
  method: 'GET',
  path: '/repos/{owner}/{repo}/pulls/{pull_number}/reviews',
  accepts: [{ pull_requests: 'read' }],
  answer: (request) => {
    const pullRequest = requirePullRequest(request, request.params['pull_number']);
    const { items, headers } = paginate(request, pullRequest.reviews);
    const described = items.map((review) => describeReview(request.urls, pullRequest, review));
    return answerJson(described, 200, headers);
  },
});

export const createReview = defineRoute<ReviewBody>({
  method: 'POST',
  path: '/repos/{owner}/{repo}/pulls/{pull_number}/reviews',
  accepts: [{ pull_requests: 'write' }],
  answer: (request) => {
    const { token, urls, body, params } = request;
    const pullRequest = requirePullRequest(request, params['pull_number']);
    if (token === null) throw new Refusal(401, 'Requires authentication');
    const event = requireEvent(request, token, pullRequest);
    if (event === 'APPROVE' && token.kind === 'actions') {
      throw unprocessable('GitHub Actions is not permitted to approve pull requests.');
    }
    requireShort(request, body.body ?? '');
    const commitId = requireCommit(pullRequest, body.commit_id);
    const review = pullRequest.addReview({
      author: token.account.login,
      app: token.app,
      state: stateOf[event],
      body: body.body ?? '',
      commitId,
      comments: requireRemarks(request, pullRequest, commitId),
    });
    return answerJson(describeReview(urls, pullRequest, review));
  },
});

export const dismissReview = defineRoute<DismissalBody>({
  method: 'PUT',
  path: '/repos/{owner}/{repo}/pulls/{pull_number}/reviews/{review_id}/dismissals',
  accepts: [{ pull_requests: 'write' }],
  answer: (request) => {
    const { urls, body, params } = request;
    const pullRequest = requirePullRequest(request, params['pull_number']);
    const review = pullRequest.reviews.find(({ id }) => id === Number(params['review_id']));
    if (review === undefined) throw notFound();
    if (review.state === 'COMMENTED' || review.state === 'DISMISSED') {
      throw unprocessable(`Can not dismiss a ${review.state.toLowerCase()} pull request review`);
    }
    if (body.message.trim() === '') throw unprocessable("Message can't be blank");
    return answerJson(describeReview(urls, pullRequest, pullRequest.dismissReview(review.id) ?? review));
  },
});
