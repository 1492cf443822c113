import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Tables } from './tables.ts';

/** Connects to PostgreSQL 15 or newer. 64-bit numbers come back as numbers, as from the embedded database. */
export function openPostgres(databaseUrl: string, onNotice: (message: string) => void): Kysely<Tables> {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    application_name: 'topodiff-review',
    max: 10,
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
    types: {
      getTypeParser: (oid, format) =>
        oid === pg.types.builtins.INT8 ? Number : (pg.types.getTypeParser(oid, format) as unknown),
    },
  });
  // A connection that breaks while nobody uses it would end the process otherwise; the pool makes a new one.
  pool.on('error', (error) => {
    onNotice(`A connection to the database broke: ${error.message}`);
  });
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
}
