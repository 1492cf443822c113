import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { sql } from 'kysely';
import { backupFormatVersion, backupTableEntries, backupTables } from './backup-format.ts';
import type { BackupHeader, BackupRow, BackupTable } from './backup-format.ts';
import type { SqlStore } from './sql-store.ts';
import type { Database } from './tables.ts';

/** A file that is no backup, or not a whole one, or a store that holds something already. Nothing was restored. */
export class RestoreError extends Error {
  override readonly name = 'RestoreError';
}

/**
 * Reads a backup into an empty store, in one transaction: all of it, or nothing. Returns how many rows.
 *
 * @throws RestoreError when the store is not empty, or the file is not what `backupStore` wrote
 */
export async function restoreStore(file: string, store: SqlStore): Promise<number> {
  return store.database.transaction().execute(async (transaction) => {
    await requireEmpty(transaction);
    const restoring = new Restoring(transaction);
    try {
      for await (const line of readLines(file)) await restoring.read(line);
    } catch (error) {
      const reason = describeDamage(error);
      if (reason !== null) throw new RestoreError(`${file} ${reason}`, { cause: error });
      throw error;
    }
    return restoring.finish();
  });
}

/** Reads the lines one by one: a backup is larger than memory. */
async function* readLines(file: string): AsyncGenerator<string> {
  const source = createReadStream(file);
  const text = source.on('error', (error) => text.destroy(error)).pipe(createGunzip().setEncoding('utf8'));
  try {
    let rest = '';
    for await (const chunk of text as AsyncIterable<string>) {
      const lines = (rest + chunk).split('\n');
      rest = lines.pop() ?? '';
      yield* lines;
    }
    if (rest !== '') yield rest;
  } finally {
    source.destroy();
  }
}

/** Null when the error is none of the file. */
function describeDamage(error: unknown): string | null {
  const { code } = error as NodeJS.ErrnoException;
  if (typeof code !== 'string') return null;
  if (code.startsWith('Z_')) return 'is no whole gzip file';
  // Classes of SQLSTATE: a value of the wrong type, a row that refers to none.
  return /^2[23]...$/.test(code) ? 'is damaged: the database refuses a row' : null;
}

async function requireEmpty(transaction: Database): Promise<void> {
  for (const [table] of backupTableEntries) {
    // Nobody writes into the table until the restoring is done.
    await sql`lock table ${sql.table(table)} in exclusive mode`.execute(transaction);
    const { rows } = await sql`select 1 from ${sql.table(table)} limit 1`.execute(transaction);
    if (rows.length > 0) {
      throw new RestoreError(
        'The store is not empty: a backup is restored into a new data folder or database',
      );
    }
  }
}

/** Takes a backup line by line. */
class Restoring {
  readonly #transaction: Database;
  readonly #hash = createHash('sha256');
  readonly #counts = new Map<string, number>();
  #header: BackupHeader | null = null;
  #isComplete = false;
  #batch: { readonly table: string; readonly rows: BackupRow['row'][] } | null = null;

  constructor(transaction: Database) {
    this.#transaction = transaction;
  }

  async read(line: string): Promise<void> {
    if (this.#isComplete) throw new RestoreError('The backup goes on behind its end');
    const value = parseLine(line);
    if (this.#header === null) {
      this.#header = readHeader(value);
    } else if ('sha256' in value) {
      if (value['sha256'] !== this.#hash.copy().digest('hex')) {
        throw new RestoreError('The backup is damaged: its checksum is another one');
      }
      this.#isComplete = true;
    } else {
      await this.#add(readRow(value));
    }
    this.#hash.update(`${line}\n`);
  }

  async finish(): Promise<number> {
    if (this.#header === null || !this.#isComplete) throw new RestoreError('The backup is cut off');
    await this.#flush();
    let total = 0;
    for (const [name, table] of backupTableEntries) {
      const count = this.#counts.get(name) ?? 0;
      if (count !== this.#header.counts[name]) {
        throw new RestoreError(`The backup holds ${count} rows of ${name} and says that it holds others`);
      }
      total += count;
      await continueCounting(this.#transaction, name, table);
    }
    return total;
  }

  async #add({ table, row }: BackupRow): Promise<void> {
    this.#counts.set(table, (this.#counts.get(table) ?? 0) + 1);
    if (this.#batch?.table !== table) await this.#flush();
    this.#batch ??= { table, rows: [] };
    this.#batch.rows.push(row);
    if (this.#batch.rows.length >= tableOf(table).batch) await this.#flush();
  }

  async #flush(): Promise<void> {
    if (this.#batch === null) return;
    const { table, rows } = this.#batch;
    this.#batch = null;
    const { columns } = tableOf(table);
    const values = rows.map((row) => sql`(${sql.join(columns.map((column) => writeValue(column, row)))})`);
    await sql`insert into ${sql.table(table)} (${sql.join(columns.map((column) => sql.ref(column)))})
      values ${sql.join(values)}`.execute(this.#transaction);
  }
}

function writeValue(column: string, row: BackupRow['row']) {
  return column === 'words' ? sql`${row[column]}::tsvector` : sql`${row[column]}`;
}

function parseLine(line: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value === 'object' && value !== null) return value as Record<string, unknown>;
  } catch {
    // Said below.
  }
  throw new RestoreError('The file is no backup of topodiff, or it is damaged: a line is no JSON object');
}

function readHeader(value: Readonly<Record<string, unknown>>): BackupHeader {
  if (value['format'] !== 'topodiff-backup') throw new RestoreError('The file is no backup of topodiff');
  if (value['formatVersion'] !== backupFormatVersion) {
    throw new RestoreError(
      `The backup has format version ${String(value['formatVersion'])}, and this topodiff reads ${backupFormatVersion}`,
    );
  }
  return value as unknown as BackupHeader;
}

function readRow(value: Readonly<Record<string, unknown>>): BackupRow {
  const { table, row } = value as Partial<BackupRow>;
  if (typeof table !== 'string' || typeof row !== 'object' || row === null) {
    throw new RestoreError('The backup is damaged: a line is no row');
  }
  const { columns } = tableOf(table);
  if (!columns.every((column) => Object.hasOwn(row, column))) {
    throw new RestoreError(`The backup is damaged: a row of ${table} lacks a column`);
  }
  return { table, row };
}

function tableOf(name: string): BackupTable {
  if (!Object.hasOwn(backupTables, name)) {
    throw new RestoreError(
      `The backup has a table ${JSON.stringify(name)}, which this topodiff does not know`,
    );
  }
  return backupTables[name as keyof typeof backupTables];
}

/** Rows came with their ids: the next id is behind the greatest. */
async function continueCounting(
  transaction: Database,
  name: string,
  { identity }: BackupTable,
): Promise<void> {
  if (identity === null) return;
  await sql`select setval(
    pg_get_serial_sequence(${name}, ${identity}),
    (select coalesce(max(${sql.ref(identity)}), 0) + 1 from ${sql.table(name)}), false)`.execute(transaction);
}
