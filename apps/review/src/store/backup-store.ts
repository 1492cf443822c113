import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { sql } from 'kysely';
import { backupFormatVersion, backupTableEntries } from './backup-format.ts';
import type { BackupHeader, BackupTable } from './backup-format.ts';
import type { SqlStore } from './sql-store.ts';
import type { Database } from './tables.ts';

/**
 * Writes everything that is stored into a file that either database takes: JSON Lines, gzip. All of it is of one moment.
 * The file appears when it is complete; only its owner may read it, because it holds sessions. Returns how many rows.
 */
export async function backupStore(store: SqlStore, file: string, now: () => Date): Promise<number> {
  const unfinished = `${file}.unfinished`;
  let rows = 0;
  try {
    // The mode of a file that is there already would stay as it is.
    await rm(unfinished, { force: true });
    await store.database
      .transaction()
      .setIsolationLevel('repeatable read')
      .setAccessMode('read only')
      .execute(async (transaction) => {
        const counts = await countRows(transaction);
        rows = Object.values(counts).reduce((sum, count) => sum + count, 0);
        const header: BackupHeader = {
          format: 'topodiff-backup',
          formatVersion: backupFormatVersion,
          createdAt: now().toISOString(),
          counts,
        };
        const lines = Readable.from(withChecksum(listLines(transaction, header)));
        await pipeline(lines, createGzip(), createWriteStream(unfinished, { mode: 0o600, flush: true }));
      });
    await rename(unfinished, file);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
  return rows;
}

async function countRows(transaction: Database): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const [table] of backupTableEntries) {
    const { rows } = await sql<{ count: number }>`select count(*) from ${sql.table(table)}`.execute(
      transaction,
    );
    counts[table] = rows[0]?.count ?? 0;
  }
  return counts;
}

async function* listLines(transaction: Database, header: BackupHeader): AsyncGenerator<string> {
  yield JSON.stringify(header);
  for (const [name, table] of backupTableEntries) {
    for await (const row of listRows(transaction, name, table)) yield JSON.stringify({ table: name, row });
  }
}

async function* listRows(
  transaction: Database,
  name: string,
  { key, columns, batch }: BackupTable,
): AsyncGenerator<Record<string, unknown>> {
  // As text, which is how it is read back: the other columns are numbers, texts and times.
  const selected = columns.map((column) =>
    column === 'words' ? sql`words::text as words` : sql.ref(column),
  );
  let condition = sql`true`;
  for (;;) {
    const { rows } = await sql<Record<string, unknown>>`
      select ${sql.join(selected)} from ${sql.table(name)} where ${condition}
      order by ${sql.ref(key)} limit ${batch}`.execute(transaction);
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < batch) return;
    condition = sql`${sql.ref(key)} > ${last[key]}`;
  }
}

async function* withChecksum(lines: AsyncIterable<string>): AsyncGenerator<string> {
  const hash = createHash('sha256');
  for await (const line of lines) {
    hash.update(`${line}\n`);
    yield `${line}\n`;
  }
  yield `${JSON.stringify({ sha256: hash.digest('hex') })}\n`;
}
