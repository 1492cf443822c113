import { PGlite, types } from '@electric-sql/pglite';
import type { PGliteOptions } from '@electric-sql/pglite';
import { Kysely, PGliteDialect } from 'kysely';
import type { Tables } from './tables.ts';

/** Opens the embedded database in a folder, or in memory. Its 64-bit numbers are numbers, as on PostgreSQL. */
export async function openEmbedded(dataDir: string, options: PGliteOptions = {}): Promise<Kysely<Tables>> {
  const pglite = await PGlite.create(dataDir, {
    ...options,
    // A statement is answered when it is written, not before.
    relaxedDurability: false,
    parsers: { [types.INT8]: Number },
  });
  return new Kysely<Tables>({ dialect: new PGliteDialect({ pglite }) });
}
