import type { Logger } from 'pino';
import type { GithubAccess } from './auth/identity.ts';
import type { Configuration } from './configuration.ts';
import type { Store } from './store/store.ts';

/** What the app works with; tests give their own. */
export interface AppParts {
  readonly configuration: Configuration;
  readonly store: Store;
  readonly github: GithubAccess;
  readonly logger: Logger;
  readonly now: () => Date;
  /** For requests to GitHub and to its OpenID issuer. */
  readonly fetch: typeof fetch;
}
