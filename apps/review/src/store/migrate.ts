import type { Kysely } from 'kysely';
import { Migrator } from 'kysely/migration';
import { migrations } from './migrations/index.ts';
import type { Tables } from './tables.ts';

/**
 * Brings the tables up to date. Kysely takes an advisory lock on PostgreSQL for it, so that of two replicas that start at
 * once one migrates and the other waits, and runs everything in one transaction.
 *
 * @throws Error when a migration fails, or when a newer topodiff has migrated the database already
 */
export async function migrate(db: Kysely<Tables>): Promise<void> {
  const provider = { getMigrations: () => Promise.resolve({ ...migrations }) };
  const { error } = await new Migrator({ db, provider }).migrateToLatest();
  if (error === undefined) return;
  throw new Error(`The database could not be brought up to date: ${describe(error)}`, { cause: error });
}

function describe(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
