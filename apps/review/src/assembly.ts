import type { GithubAccess } from './auth/identity.ts';
import type { Configuration } from './configuration.ts';
import type { AppParts } from './create-app.ts';
import type { CreateMounts } from './mounts.ts';
import { StartError } from './start-error.ts';
import type { Store } from './store/store.ts';

/** The parts that the process puts together; tests put others in their place. */
export interface Assembly {
  readonly openStore: (options: StoreOptions) => Promise<Store>;
  readonly createGithubAccess: (parts: Omit<AppParts, 'github' | 'store'>) => GithubAccess;
  readonly createMounts: CreateMounts;
  readonly backupStore: (options: StoreOptions, file: string) => Promise<void>;
  readonly restoreStore: (options: StoreOptions, file: string) => Promise<void>;
}

export type StoreOptions = Pick<Configuration, 'databaseUrl' | 'dataFolder'> & { readonly now: () => Date };

function notBuilt(): never {
  throw new StartError('this build has no store and no pages yet');
}

/** What the service runs with. */
export const assembly: Assembly = {
  openStore: notBuilt,
  createGithubAccess: notBuilt,
  createMounts: notBuilt,
  backupStore: notBuilt,
  restoreStore: notBuilt,
};
