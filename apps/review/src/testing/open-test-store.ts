import { migrate } from '../store/migrate.ts';
import { openEmbedded } from '../store/open-embedded.ts';
import { createSqlStore } from '../store/sql-store.ts';
import type { SqlStore } from '../store/sql-store.ts';

/** An empty store on an embedded database in memory. Whoever opens it closes it. */
export async function openTestStore(now: () => Date = () => new Date()): Promise<SqlStore> {
  const database = await openEmbedded('memory://');
  await migrate(database);
  return createSqlStore({ database, now, close: () => database.destroy() });
}
