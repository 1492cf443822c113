import { PGlite, types } from '@electric-sql/pglite';
import type { PGliteOptions } from '@electric-sql/pglite';
import { Kysely, PGliteDialect } from 'kysely';
import type { Tables } from './tables.ts';

/** Opens the embedded database in a folder, or in memory. */
export async function openEmbedded(dataDir: string, options: PGliteOptions = {}): Promise<Kysely<Tables>> {
  return embeddedDatabase(await createPglite(dataDir, options));
}

/** The database without Kysely around it. Its 64-bit numbers are numbers, as on PostgreSQL. */
export function createPglite(dataDir: string, options: PGliteOptions = {}): Promise<PGlite> {
  return PGlite.create(dataDir, {
    ...options,
    // A statement is answered when it is written, not before.
    relaxedDurability: false,
    parsers: { [types.INT8]: Number },
  });
}

/** Puts Kysely around it, which closes it when it is destroyed. */
export function embeddedDatabase(pglite: PGlite): Kysely<Tables> {
  return new Kysely<Tables>({ dialect: new PGliteDialect({ pglite }) });
}
