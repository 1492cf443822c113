import type { Migration } from 'kysely/migration';
import * as firstTables from './0001-first-tables.ts';

/** Every migration by its name; they run in the order of the names. One that was released is never changed. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-first-tables': firstTables,
};
