import type { RepositoryRecord } from '../store/store.ts';

/** Who sends a request. */
export type Identity =
  | { readonly kind: 'nobody' }
  /** Local mode: the person at this machine. */
  | { readonly kind: 'local' }
  | {
      readonly kind: 'user';
      readonly login: string;
      readonly userId: number;
      /** To be sent back with every write. */
      readonly csrfToken: string;
      /** GitHub's token of the user, decrypted. Never logged. */
      readonly token: string;
    };

/** What GitHub says of a signed-in user, asked with his own token. */
export interface GithubAccess {
  /** Numbers of the repositories that he can read; remembered for at most five minutes. */
  readableRepositories(identity: Extract<Identity, { readonly kind: 'user' }>): Promise<ReadonlySet<number>>;
  /** His permission in a repository now: never remembered, and none when the name has gone to another repository. */
  permissionIn(
    identity: Extract<Identity, { readonly kind: 'user' }>,
    repository: RepositoryRecord,
  ): Promise<'none' | 'read' | 'triage' | 'write' | 'maintain' | 'admin'>;
  /** Whether he is an active member of `org/team` now. */
  isMemberOf(identity: Extract<Identity, { readonly kind: 'user' }>, team: string): Promise<boolean>;
}
