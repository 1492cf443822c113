import { readAccount, type Account } from './account.ts';
import { objectAt, objectList } from './answer-fields.ts';
import { callGithub, isObject } from './call-github.ts';
import { GithubError } from './external-error.ts';
import type { GithubClient } from './github-client.ts';
import { pageSize } from './load-pages.ts';
import { operations } from './operations.ts';

/** Pushes of one branch that are looked through, newest first, in pages of 100. */
const mostPages = 10;

/** Who pushed to a branch, as far as GitHub tells. */
export interface Pushers {
  readonly accounts: readonly Account[];
  /** One sentence: why not all are known. */
  readonly remark: string | null;
}

/**
 * Who pushed commits that a pull request has now. A commit names whomever its writer likes as author and committer; the
 * account that pushed it is GitHub's own knowledge. Pushes that were overwritten since, or merged long ago, do not count.
 */
export async function loadPushers(
  client: GithubClient,
  pull: unknown,
  commits: ReadonlySet<string>,
): Promise<Pushers> {
  const head = objectAt(operations.readPullRequest, pull, 'head');
  const { repo, ref } = head;
  const [owner, name] =
    isObject(repo) && typeof repo['full_name'] === 'string' ? repo['full_name'].split('/') : [];
  if (owner === undefined || name === undefined || typeof ref !== 'string') {
    return { accounts: [], remark: describeUnknown('its repository is gone') };
  }
  const operation = operations.listActivities;
  const accounts: Account[] = [];
  let after: string | null = null;
  try {
    for (let page = 1; page <= mostPages; page += 1) {
      const params = {
        owner,
        repo: name,
        ref: `refs/heads/${ref}`,
        per_page: pageSize,
        ...(after === null ? {} : { after }),
      };
      const { data, headers } = await callGithub(client, operation, params);
      for (const { after: pushed, actor } of objectList(operation, data, 'activities')) {
        const account = readAccount(actor);
        if (account !== null && typeof pushed === 'string' && commits.has(pushed)) accounts.push(account);
      }
      after = readCursor(headers['link']);
      if (after === null) return { accounts, remark: null };
    }
    return { accounts, remark: describeUnknown(`it has more than ${mostPages * pageSize} pushes`) };
  } catch (error) {
    if (!(error instanceof GithubError)) throw error;
    return { accounts, remark: describeUnknown(error.message) };
  }
}

function describeUnknown(reason: string): string {
  return `Not everybody who pushed to the branch is known, so that an approver who did may not show: ${reason}.`;
}

/** Pages of this list have no number: the link to the next one holds where it begins. */
function readCursor(link: unknown): string | null {
  const [, url = ''] = typeof link === 'string' ? (/<([^<>]*)>\s*;\s*rel="?next"?/.exec(link) ?? []) : [];
  const [, after] = /[?&]after=([^&#]+)/.exec(url) ?? [];
  return after === undefined ? null : decodeURIComponent(after);
}
