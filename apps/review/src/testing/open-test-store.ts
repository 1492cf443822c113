import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  openAsBlob,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { migrate } from '../store/migrate.ts';
import { createPglite, embeddedDatabase, openEmbedded } from '../store/open-embedded.ts';
import { createSqlStore } from '../store/sql-store.ts';
import type { SqlStore } from '../store/sql-store.ts';

/**
 * An empty store on an embedded database in memory. Whoever opens it closes it.
 *
 * Setting a database up takes seconds: the files of an empty one are kept in `tmp/`, until a migration changes.
 */
export async function openTestStore(now: () => Date = () => new Date()): Promise<SqlStore> {
  const database = await openEmbedded('memory://', { loadDataDir: await loadEmptyDatabase() });
  await migrate(database);
  return createSqlStore({ database, now, close: () => database.destroy() });
}

async function loadEmptyDatabase(): Promise<Blob> {
  const folder = fileURLToPath(new URL('../../tmp/', import.meta.url));
  const file = join(folder, `empty-database-${versionOfDatabase()}.tar`);
  if (!existsSync(file)) {
    const pglite = await createPglite('memory://');
    const database = embeddedDatabase(pglite);
    await migrate(database);
    const content = await pglite.dumpDataDir('none');
    await database.destroy();
    mkdirSync(folder, { recursive: true });
    writeFileSync(`${file}.${process.pid}`, new Uint8Array(await content.arrayBuffer()));
    // Tests that run at once each see a whole file.
    renameSync(`${file}.${process.pid}`, file);
  }
  return openAsBlob(file, { type: 'application/x-tar' });
}

/** Of PGlite and of all migrations, which may be edited until they are released. */
function versionOfDatabase(): string {
  const hash = createHash('sha256');
  const migrations = fileURLToPath(new URL('../store/migrations/', import.meta.url));
  for (const name of readdirSync(migrations).sort()) hash.update(readFileSync(join(migrations, name)));
  hash.update(readFileSync(new URL('../../package.json', import.meta.url)));
  return hash.digest('hex').slice(0, 16);
}
