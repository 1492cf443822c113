import { answerJson } from '../server/answer.ts';
import { paginate } from '../server/paginate.ts';
import { defineRoute } from '../server/route.ts';
import { describeReviewComment } from '../views/describe-review.ts';
import { requirePullRequest } from './pull-requests.ts';
import { findCommentedLine } from './remark-places.ts';

export const listReviewComments = defineRoute({
  method: 'GET',
  path: '/repos/{owner}/{repo}/pulls/{pull_number}/comments',
  accepts: [{ pull_requests: 'read' }],
  answer: (request) => {
    const { urls, limits, query, params } = request;
    const pullRequest = requirePullRequest(request, params['pull_number']);
    const key = query.get('sort') === 'updated' ? 'updatedAt' : 'createdAt';
    const since = query.get('since') ?? '';
    const ascending = pullRequest.reviewComments
      .filter(({ updatedAt }) => updatedAt >= since)
      .sort((a, b) => a[key].localeCompare(b[key]) || a.id - b.id);
    // GitHub looks at the direction only when it is told what to sort by.
    const isDescending = query.has('sort') && query.get('direction') === 'desc';
    const { items, headers } = paginate(request, isDescending ? ascending.reverse() : ascending);
    const described = items.map((comment) =>
      describeReviewComment(urls, pullRequest, comment, findCommentedLine(pullRequest, limits, comment)),
    );
    return answerJson(described, 200, headers);
  },
});
