import { createRepositoryToken } from '../src/auth/repository-tokens.ts';
import { openStore, type StoreOptions } from '../src/store/open-store.ts';
import type { RepositoryRecord } from '../src/store/store.ts';

/** Puts a token by which a repository uploads into the store of a service that does not run. */
export async function addUploadToken(
  options: Pick<StoreOptions, 'databaseUrl' | 'dataFolder'>,
  repository: RepositoryRecord,
): Promise<string> {
  const { token, hash } = createRepositoryToken();
  const store = await openStore({ ...options, now: () => new Date() });
  await store.addRepositoryToken(repository, 'load', hash);
  await store.close();
  return token;
}
