import { textField } from './answer-fields.ts';
import type { GithubClient } from './github-client.ts';
import { loadPages } from './load-pages.ts';
import { operations } from './operations.ts';
import { publishStatus, type StatusOutcome, type StatusRequest } from './publish-status.ts';
import { returnFailure } from './return-failure.ts';

/** The failure that was set, or why none was: there was no success, or GitHub did not let us. */
export type WithdrawOutcome = StatusOutcome | { readonly kind: 'none' };

/**
 * Turns a success that an earlier run has set into a failure, where nobody knows any more whether it holds. A commit
 * without that status, or with another state, stays as it is.
 */
export async function withdrawSuccess(
  client: GithubClient,
  request: Omit<StatusRequest, 'state'>,
): Promise<WithdrawOutcome> {
  const { owner, repo, sha, context } = request;
  const operation = operations.listStatuses;
  return returnFailure(async () => {
    const statuses = await loadPages(client, operation, { owner, repo, ref: sha }, 'statuses');
    const newest = statuses.find((status) => textField(operation, status, 'context') === context); // they come newest first
    return newest !== undefined && textField(operation, newest, 'state') === 'success'
      ? publishStatus(client, { ...request, state: 'failure' })
      : { kind: 'none' };
  });
}
