import type { Account, App } from './account.ts';
import type { RateBudget } from './rate-budget.ts';
import type { Repository } from './repository.ts';

/** What a token can be allowed to reach, as GitHub's `x-accepted-github-permissions` spells it. */
export type PermissionName = 'contents' | 'pull_requests' | 'issues' | 'checks' | 'statuses' | 'members';
/** How much of it; `write` takes in `read`. */
export type PermissionLevel = 'none' | 'read' | 'write';

/** What a token may do; a permission that is not named is `none`. */
export type Permissions = Readonly<Partial<Record<PermissionName, PermissionLevel>>>;

/** What `GITHUB_TOKEN` may do when the pull request comes from a fork, and for Dependabot. */
export const forkPermissions: Permissions = {
  contents: 'read',
  pull_requests: 'read',
  issues: 'read',
  checks: 'read',
  statuses: 'read',
};

interface CommonTokenOptions {
  readonly permissions: Permissions;
  /** REST requests in the hour, and as many GraphQL points. */
  readonly rateLimit?: number;
}

/**
 * `actions` is `GITHUB_TOKEN`, `app` an App's installation token, `personal` a fine-grained personal access token, `user`
 * what an App gets when somebody signs in: it reaches what he can read.
 */
export type TokenOptions = CommonTokenOptions &
  (
    | { readonly kind: 'actions'; readonly repository: Repository }
    | { readonly kind: 'app'; readonly app: string; readonly repositories: readonly Repository[] }
    | { readonly kind: 'personal'; readonly user: string; readonly repositories: readonly Repository[] }
    | { readonly kind: 'user'; readonly user: string }
  );

/** A token that was given out: who it acts as, what it reaches, and what is left of its hour. */
export interface Token {
  readonly value: string;
  readonly kind: TokenOptions['kind'];
  /** Who the token acts as. */
  readonly account: Account;
  /** Null for a personal token and one of somebody who signed in. */
  readonly app: App | null;
  readonly permissions: Permissions;
  readonly repositories: ReadonlySet<Repository>;
  readonly budgets: { readonly core: RateBudget; readonly graphql: RateBudget };
}

/** Whether a level is enough where another one is asked for. */
export function isLevelEnough(level: PermissionLevel | undefined, needed: PermissionLevel): boolean {
  const order: readonly PermissionLevel[] = ['none', 'read', 'write'];
  return order.indexOf(level ?? 'none') >= order.indexOf(needed);
}
