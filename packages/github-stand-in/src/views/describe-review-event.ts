import type { Json } from '../openapi/description.ts';
import type { Account } from '../state/account.ts';
import type { PullRequest } from '../state/pull-request.ts';
import type { Review } from '../state/review.ts';
import { describeAccount } from './describe-account.ts';
import { describeSimplePullRequest } from './describe-pull-request.ts';
import { describeFullRepository } from './describe-repository.ts';
import { describeReview } from './describe-review.ts';
import type { Urls } from './urls.ts';

/** The payload of a `pull_request_review` event. Unlike the API it writes the state in small letters. */
export function describeReviewEvent(
  urls: Urls,
  pullRequest: PullRequest,
  review: Review,
  { action, sender }: { action: string; sender: Account },
): Record<string, Json> {
  return {
    action,
    review: { ...describeReview(urls, pullRequest, review), state: review.state.toLowerCase() },
    pull_request: describeSimplePullRequest(urls, pullRequest),
    repository: describeFullRepository(urls, pullRequest.baseRepository),
    sender: describeAccount(urls, sender),
  };
}
