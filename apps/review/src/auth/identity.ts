import type { RepositoryRecord } from '../store/store.ts';

/** Somebody who signed in with GitHub. */
export interface UserIdentity {
  readonly kind: 'user';
  readonly login: string;
  readonly userId: number;
  /** To be sent back with every write. */
  readonly csrfToken: string;
  /** GitHub's token of the user, decrypted. Never logged. */
  readonly token: string;
}

/** Who sends a request. */
export type Identity =
  | { readonly kind: 'nobody' }
  /** Local mode: the person at this machine. */
  | { readonly kind: 'local' }
  | UserIdentity;

/** What GitHub lets somebody do in a repository, weakest first. */
export const permissions = ['none', 'read', 'triage', 'write', 'maintain', 'admin'] as const;

/** One of `permissions`. */
export type Permission = (typeof permissions)[number];

/** What GitHub says of a signed-in user, asked with his own token. */
export interface GithubAccess {
  /** Numbers of the repositories that he can read; remembered for at most five minutes. */
  readableRepositories(user: UserIdentity): Promise<ReadonlySet<number>>;
  /** His permission in a repository now: never remembered, and none when the name has gone to another repository. */
  permissionIn(user: UserIdentity, repository: RepositoryRecord): Promise<Permission>;
  /** Whether he is an active member of `org/team` now. */
  isMemberOf(user: UserIdentity, team: string): Promise<boolean>;
}
