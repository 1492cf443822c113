import { createGithubAccess } from './auth/github-access.ts';
import type { GithubAccess } from './auth/identity.ts';
import type { AppParts } from './app-parts.ts';
import { createMounts } from './create-mounts.ts';
import type { CreateMounts } from './mounts.ts';
import { explainStoreErrors } from './store-errors.ts';
import { backupStore } from './store/backup-store.ts';
import { openStore, type StoreOptions } from './store/open-store.ts';
import { restoreStore } from './store/restore-store.ts';
import type { Store } from './store/store.ts';

/** The parts that the process puts together; tests put others in their place. */
export interface Assembly {
  readonly openStore: (options: StoreOptions) => Promise<Store>;
  readonly createGithubAccess: (parts: Omit<AppParts, 'github' | 'store'>) => GithubAccess;
  readonly createMounts: CreateMounts;
  /** Both return how many rows. */
  readonly backupStore: (options: StoreOptions, file: string) => Promise<number>;
  readonly restoreStore: (options: StoreOptions, file: string) => Promise<number>;
}

/** What the service runs with. */
export const assembly: Assembly = {
  openStore: (options) => explainStoreErrors(() => openStore(options)),
  createGithubAccess,
  createMounts,
  backupStore: (options, file) =>
    withStore({ ...options, mustExist: true }, (store) => backupStore(store, file, options.now)),
  restoreStore: (options, file) => withStore(options, (store) => restoreStore(file, store)),
};

function withStore(
  options: StoreOptions,
  work: (store: Awaited<ReturnType<typeof openStore>>) => Promise<number>,
): Promise<number> {
  return explainStoreErrors(async () => {
    const store = await openStore(options);
    try {
      return await work(store);
    } finally {
      await store.close();
    }
  });
}
