import type { Kysely } from 'kysely';
import { Migrator } from 'kysely/migration';
import { migrations } from './migrations/index.ts';
import type { Tables } from './tables.ts';

/** A newer topodiff has brought the database up to date: this one does not know what is in it, and leaves it alone. */
export class NewerStoreError extends Error {
  override readonly name = 'NewerStoreError';
}

/**
 * Brings the tables up to date. Kysely takes an advisory lock on PostgreSQL for it, so that of two replicas that start at
 * once one migrates and the other waits, and runs everything in one transaction.
 *
 * @throws NewerStoreError when a newer topodiff has migrated the database already
 * @throws Error when a migration fails
 */
export async function migrate(db: Kysely<Tables>): Promise<void> {
  const provider = { getMigrations: () => Promise.resolve({ ...migrations }) };
  const { error } = await new Migrator({ db, provider }).migrateToLatest();
  if (error === undefined) return;
  // Kysely knows no other way to ask.
  const newer = /^corrupted migrations: previously executed migration (\S+) is missing$/.exec(
    describe(error),
  );
  if (newer !== null) {
    throw new NewerStoreError(
      `The database was brought up to date by a newer topodiff (${newer[1]}): update this one`,
      { cause: error },
    );
  }
  throw new Error(`The database could not be brought up to date: ${describe(error)}`, { cause: error });
}

function describe(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
