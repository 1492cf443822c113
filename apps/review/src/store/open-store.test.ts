import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { openStore } from './open-store.ts';
import type { SqlStore } from './sql-store.ts';
import { StoreLockedError } from './store-locked-error.ts';
import { makeUpload } from '../testing/make-upload.ts';

const script = fileURLToPath(new URL('../testing/store-process.ts', import.meta.url));
const root = mkdtempSync(join(tmpdir(), 'topodiff-open-store-'));
const notices: string[] = [];
let folders = 0;

/** A data folder with an empty database: making one takes seconds, copying one does not. */
function newFolder(): string {
  const folder = join(root, `data-${(folders += 1)}`);
  mkdirSync(folder);
  cpSync(join(root, 'made', 'database'), join(folder, 'database'), { recursive: true });
  return folder;
}

function open(folder: string): Promise<SqlStore> {
  const onNotice = (message: string): void => void notices.push(message);
  return openStore({ databaseUrl: null, dataFolder: folder, now: () => new Date(), onNotice });
}

const children: ChildProcess[] = [];

interface StoreProcess {
  readonly pid: number;
  readonly lines: string[];
  /** Waits until so many lines were said. */
  said(count: number): Promise<void>;
  kill(): Promise<void>;
  readonly ended: Promise<number | null>;
}

function startProcess(folder: string, what: string): StoreProcess {
  const child = spawn(process.execPath, [script, folder, what], { stdio: ['ignore', 'pipe', 'inherit'] });
  children.push(child);
  const lines: string[] = [];
  const waiting = new Set<() => void>();
  const wake = (): void => waiting.forEach((check) => check());
  createInterface({ input: child.stdout }).on('line', (line) => {
    lines.push(line);
    wake();
  });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  return {
    pid: child.pid ?? 0,
    lines,
    said: (count) =>
      new Promise((resolve, reject) => {
        const check = (): void => {
          if (lines.length < count) return;
          waiting.delete(check);
          resolve();
        };
        waiting.add(check);
        check();
        void ended.then(() => reject(new Error(`The process ended, and said: ${lines.join(', ')}`)));
      }),
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
    ended,
  };
}

beforeAll(async () => {
  // Its first maker is killed in the middle.
  const folder = join(root, 'made');
  const making = startProcess(folder, 'open');
  await making.said(1);
  while (!existsSync(join(folder, 'database.unfinished', 'base'))) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  await making.kill();
  const store = await open(folder);
  await store.close();
  expect(notices.splice(0)).toHaveLength(1);
}, 60_000);
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

test('what was stored is there when the folder is opened again, and the folder is free after closing', async () => {
  const folder = newFolder();
  const upload = makeUpload({ repositoryId: 1 });
  const first = await open(folder);
  const { revisionId } = await first.saveReport(upload);
  await first.close();
  const second = await open(folder);
  expect(await second.loadReport(1, 1, revisionId)).toEqual(upload.report);
  await second.close();
  expect(notices).toEqual([]);
  expect(readdirSync(folder).sort()).toEqual(['database', 'lock-2.json']);
}, 60_000);

test('a process that has the folder keeps others out, until it is killed', async () => {
  const folder = newFolder();
  const holder = startProcess(folder, 'hold');
  await holder.said(1);
  const error: unknown = await open(folder).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(StoreLockedError);
  expect(error).toMatchObject({ folder, pid: holder.pid });
  expect((error as Error).message).toContain(`The database in ${folder} is in use by process ${holder.pid}.`);
  await holder.kill();
  notices.length = 0;
  const store = await open(folder);
  expect(notices).toEqual([
    `Process ${holder.pid} ended without closing the database in ${folder}; its lock was taken over`,
  ]);
  await expect(open(folder)).rejects.toThrow(StoreLockedError);
  await store.close();
}, 60_000);

test('of processes that take over a dead one at once, one has the folder', async () => {
  const folder = newFolder();
  const dead = startProcess(folder, 'hold');
  await dead.said(1);
  await dead.kill();
  const processes = Array.from({ length: 3 }, () => startProcess(folder, 'race'));
  await Promise.all(processes.map(({ ended }) => ended));
  const opened = processes.filter(({ lines }) => lines.includes('open'));
  const refused = processes.filter(({ lines }) => lines.some((line) => line.startsWith('StoreLockedError')));
  expect(opened.length).toBeGreaterThanOrEqual(1);
  expect(opened.length + refused.length).toBe(3);
  // Those that came when an earlier one had closed got in, too; and nobody's row is lost.
  const store = await open(folder);
  const { items } = await store.listReviews({ limit: 10 }, 'all');
  const numbers = items.map(({ pullRequest }) => pullRequest.number);
  expect(numbers.sort()).toEqual(opened.map(({ pid }) => pid).sort());
  await store.close();
}, 60_000);

test('what was acknowledged survives kill -9, and nothing is there by half', async () => {
  const folder = newFolder();
  const saving = startProcess(folder, 'save');
  await saving.said(20);
  await saving.kill();
  const acknowledged = saving.lines.slice(1);
  let store = await open(folder);
  const stored: string[] = [];
  for (const number of [1, 2, 3]) {
    const revisions = await store.listRevisions(1, number);
    const review = await store.findReview(1, number);
    expect(review).toMatchObject({ revisions: revisions.length, revisionId: revisions[0]?.id });
    for (const { id } of revisions)
      expect(await store.loadReport(1, number, id)).toEqual(makeUpload({ repositoryId: 1 }).report);
    stored.push(...revisions.map(({ id }) => id));
  }
  expect(stored).toEqual(expect.arrayContaining(acknowledged));
  await store.close();
  const half = startProcess(folder, 'half');
  await half.said(2);
  await half.kill();
  store = await open(folder);
  expect(await store.findRepository('acme/half')).toBeNull();
  expect(await store.listRepositoryTokens(99)).toEqual([]);
  await store.close();
}, 60_000);

test('a process that is killed while it makes the database leaves none by half', () => {
  expect(readdirSync(join(root, 'made')).sort()).toEqual(['database', 'lock-2.json']);
});
