import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lockFolder } from './folder-lock.ts';
import { processNamespace, processStart } from './process-start.ts';
import { StoreLockedError } from './store-locked-error.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'topodiff-lock-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function writeLock(holder: unknown, ageSeconds = 0): void {
  const file = join(folder, 'lock-4.json');
  writeFileSync(file, typeof holder === 'string' ? holder : JSON.stringify(holder));
  const at = Date.now() / 1000 - ageSeconds;
  utimesSync(file, at, at);
}
const here = { pid: process.pid, start: processStart(process.pid), namespace: processNamespace() };

test('a lock that was released is free', async () => {
  const lock = await lockFolder(folder);
  await expect(lockFolder(folder)).rejects.toThrow(StoreLockedError);
  await lock.release();
  await (await lockFolder(folder)).release();
  expect(readdirSync(folder)).toEqual(['lock-2.json']);
});

test('of many at once one gets it', async () => {
  for (const before of ['nothing', 'a dead process']) {
    if (before === 'a dead process') writeLock({ ...here, start: '1' });
    const taken = await Promise.allSettled(Array.from({ length: 20 }, () => lockFolder(folder)));
    const locks = taken.filter((result) => result.status === 'fulfilled');
    expect(locks).toHaveLength(1);
    for (const { value } of locks) await value.release();
    for (const name of readdirSync(folder)) rmSync(join(folder, name));
  }
});

test('a process number that another process has now is no holder', async () => {
  writeLock({ ...here, start: '1' });
  const notices: string[] = [];
  await (await lockFolder(folder, (message) => notices.push(message))).release();
  expect(notices).toEqual([
    `Process ${process.pid} ended without closing the database in ${folder}; its lock was taken over`,
  ]);
  expect(JSON.parse(readFileSync(join(folder, 'lock-5.json'), 'utf8'))).toMatchObject({ isReleased: true });
});

test('a holder in another container counts while it touches its file', async () => {
  const elsewhere = { pid: 7, start: '1', namespace: 'box-2 other-boot pid:[1]' };
  writeLock(elsewhere, 10);
  await expect(lockFolder(folder)).rejects.toThrow(/process 7 on box-2, .* remove .*lock-4\.json/);
  writeLock(elsewhere, 60);
  await (await lockFolder(folder)).release();
});

test('a lock file that was never written is waited for, and then taken over', async () => {
  for (const content of ['', '{"pid":', 'null']) {
    writeLock(content, 60);
    await (await lockFolder(folder)).release();
    for (const name of readdirSync(folder)) rmSync(join(folder, name));
  }
  writeLock('', 1.5);
  const started = Date.now();
  await (await lockFolder(folder)).release();
  expect(Date.now() - started).toBeGreaterThan(300);
});
