import { setTimeout as sleep } from 'node:timers/promises';
import { getIDToken } from '@actions/core';
import { createReviewService, type ReviewService } from './review-service.ts';

/**
 * A client of the review dashboard. Without a token of the repository each request carries an OIDC token of GitHub's for
 * that service alone, which takes `id-token: write`.
 */
export function connectReviewService({
  url,
  token,
}: {
  readonly url: string;
  readonly token: string;
}): ReviewService {
  return createReviewService({
    url,
    makeToken: () => (token === '' ? getIDToken(url) : Promise.resolve(token)),
    fetch,
    sleep,
  });
}
