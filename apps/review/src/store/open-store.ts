import { existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import { backupTableEntries } from './backup-format.ts';
import { lockFolder } from './folder-lock.ts';
import { migrate } from './migrate.ts';
import { openEmbedded } from './open-embedded.ts';
import { openPostgres } from './open-postgres.ts';
import { createSqlStore } from './sql-store.ts';
import type { SqlStore } from './sql-store.ts';
import type { Tables } from './tables.ts';

/** There is no store where one should be: nothing was made. */
export class MissingStoreError extends Error {
  override readonly name = 'MissingStoreError';
}

/** PostgreSQL does not let us in, or what answers there is none; `cause` has what the driver says. */
export class UnreachableStoreError extends Error {
  override readonly name = 'UnreachableStoreError';
}

/** Which database, and whose clock. */
export interface StoreOptions {
  /** Null: the embedded database in `dataFolder`. */
  readonly databaseUrl: string | null;
  readonly dataFolder: string;
  readonly now: () => Date;
  /** What whoever runs the service should know; one sentence. */
  readonly onNotice?: (message: string) => void;
  /** A new store is none: reading one that a mistyped name has made would look like success. */
  readonly mustExist?: boolean;
}

/**
 * Opens the store and brings its tables up to date.
 *
 * @throws StoreLockedError when another process has the embedded database open
 * @throws MissingStoreError when there is none and one must exist
 * @throws UnreachableStoreError when PostgreSQL cannot be spoken to
 * @throws NewerStoreError when a newer topodiff has brought the tables up to date
 */
export async function openStore(options: StoreOptions): Promise<SqlStore> {
  const { databaseUrl, dataFolder, now, onNotice = () => undefined, mustExist = false } = options;
  if (databaseUrl === null) {
    if (mustExist && !existsSync(databaseFolder(dataFolder))) {
      throw new MissingStoreError(`There is no database in ${dataFolder}`);
    }
    return openInFolder(dataFolder, now, onNotice);
  }
  const database = openPostgres(databaseUrl, onNotice);
  await prepare(database, async () => {
    await requireConnection(database);
    if (mustExist) await requireTables(database);
    await migrate(database);
  });
  return createSqlStore({ database, now, close: () => database.destroy() });
}

/** A database that cannot be used is closed: an open one keeps its files, and the process alive. */
async function prepare(database: Kysely<Tables>, steps: () => Promise<void>): Promise<void> {
  try {
    await steps();
  } catch (error) {
    await database.destroy();
    throw error;
  }
}

function databaseFolder(dataFolder: string): string {
  return join(dataFolder, 'database');
}

/** The first question: what fails here is how the server is reached, and many of the driver's errors do not say so. */
async function requireConnection(database: Kysely<Tables>): Promise<void> {
  try {
    await sql`select 1`.execute(database);
  } catch (cause) {
    throw new UnreachableStoreError('PostgreSQL cannot be reached', { cause });
  }
}

async function requireTables(database: Kysely<Tables>): Promise<void> {
  const { rows } = await sql<{ name: string | null }>`select to_regclass('revisions')::text as name`.execute(
    database,
  );
  if (rows[0]?.name === null) throw new MissingStoreError('The database has no tables of topodiff');
}

async function openInFolder(
  dataFolder: string,
  now: () => Date,
  onNotice: (message: string) => void,
): Promise<SqlStore> {
  const lock = await lockFolder(dataFolder, onNotice);
  try {
    const folder = databaseFolder(dataFolder);
    if (!existsSync(folder)) await createDatabase(folder);
    const database = await openEmbedded(folder);
    await prepare(database, async () => {
      await migrate(database);
      await tidy(database);
    });
    const close = async (): Promise<void> => {
      // Statements that run are waited for: the one connection is had after them.
      await database.connection().execute(() => Promise.resolve());
      await database.destroy();
      await lock.release();
    };
    return createSqlStore({ database, now, close });
  } catch (error) {
    await lock.release();
    throw error;
  }
}

/** What autovacuum does on a server: the embedded database has none, and would grow by every row that changes. */
async function tidy(database: Kysely<Tables>): Promise<void> {
  const tables = backupTableEntries.map(([name]) => sql.table(name));
  await sql`vacuum (analyze) ${sql.join(tables)}`.execute(database);
}

/** Made beside its place and moved there: a process that is killed while it makes one leaves none, not half of one. */
async function createDatabase(folder: string): Promise<void> {
  const unfinished = `${folder}.unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  const database = await openEmbedded(unfinished);
  await prepare(database, () => migrate(database));
  await database.destroy();
  await rename(unfinished, folder);
}
