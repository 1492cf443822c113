import type { RateBudget } from '../state/rate-budget.ts';
import type { Token } from '../state/token.ts';
import type { GitHubState } from '../state/git-hub-state.ts';
import { Refusal } from './refusal.ts';
import { secondaryRateLimitBody } from './secondary-rate-limit.ts';

/** Which of the two budgets of an hour a request is taken from. */
export type RateResource = 'core' | 'graphql';

/** The requests that the token, or everybody without one, has left. */
export function budgetOf(state: GitHubState, token: Token | null, resource: RateResource): RateBudget {
  return token === null ? state.anonymousBudget : token.budgets[resource];
}

/** The headers that every answer to a known client carries. */
export function rateLimitHeaders(budget: RateBudget, resource: RateResource): Record<string, string> {
  return {
    'x-ratelimit-limit': String(budget.limit),
    'x-ratelimit-remaining': String(budget.remaining),
    'x-ratelimit-used': String(budget.used),
    'x-ratelimit-reset': String(budget.resetsAtSeconds),
    'x-ratelimit-resource': resource,
  };
}

/** Counts a request. @throws Refusal 403 when the hour's requests are used up */
export function spendRate(state: GitHubState, token: Token | null, budget: RateBudget): void {
  if (budget.spend(state.nowMilliseconds())) return;
  const whose =
    token === null ? '127.0.0.1' : `${token.app === null ? 'user' : 'installation'} ID ${token.account.id}`;
  throw new Refusal(403, `API rate limit exceeded for ${whose}.`);
}

const creatingMethods: ReadonlySet<string> = new Set(['POST', 'PATCH', 'PUT']);

/**
 * Counts a request that creates content.
 *
 * @param limit - such requests of one account within a minute
 * @throws Refusal 403 with `retry-after` when there were as many already
 */
export function spendCreation(state: GitHubState, token: Token | null, method: string, limit: number): void {
  if (token === null || !creatingMethods.has(method)) return;
  const wait = state.creations.spend(token.account.id, state.nowMilliseconds(), limit);
  if (wait === 0) return;
  const { message, documentation_url: documentation } = secondaryRateLimitBody;
  throw new Refusal(403, message, { documentation, headers: { 'retry-after': String(wait) } });
}
