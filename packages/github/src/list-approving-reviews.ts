import { readAccount } from './account.ts';
import type { ReviewCandidate } from './approval-candidate.ts';
import type { GithubClient, RepositoryName } from './github-client.ts';
import { loadPages } from './load-pages.ts';
import { operations } from './operations.ts';

/**
 * The last word of each reviewer, where it is an approval.
 *
 * @throws GithubError
 */
export async function listApprovingReviews(
  client: GithubClient,
  { owner, repo, number }: RepositoryName & { readonly number: number },
): Promise<readonly ReviewCandidate[]> {
  const params = { owner, repo, pull_number: number };
  const reviews = await loadPages(client, operations.listReviews, params, 'reviews');
  const last = new Map<number | string, ReviewCandidate & { readonly state: string }>();
  for (const { user, state, body, html_url: url, submitted_at: at, commit_id: commitSha } of reviews) {
    const account = readAccount(user);
    // A comment does not take an approval back; a dismissal and a request for changes do.
    if (account === null || typeof state !== 'string' || state === 'COMMENTED' || state === 'PENDING')
      continue;
    last.set(account.id ?? account.login.toLowerCase(), {
      account,
      at: typeof at === 'string' ? at : '',
      url: typeof url === 'string' ? url : null,
      via: 'review',
      reason: typeof body === 'string' ? body : '',
      fingerprint: null,
      problem: null,
      commitSha: typeof commitSha === 'string' ? commitSha : '',
      state,
    });
  }
  return [...last.values()]
    .filter(({ state }) => state === 'APPROVED')
    .map(({ state: _, ...review }) => review);
}
