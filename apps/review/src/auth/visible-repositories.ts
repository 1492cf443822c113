import type { Visible } from '../store/store.ts';
import type { GithubAccess, Identity } from './identity.ts';

/** What somebody may see: everything in local mode, what GitHub lets a user read, nothing without a sign-in. */
export async function visibleRepositories(identity: Identity, github: GithubAccess): Promise<Visible> {
  switch (identity.kind) {
    case 'local':
      return 'all';
    case 'user':
      return github.readableRepositories(identity);
    case 'nobody':
      return new Set();
  }
}
