import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const topodiff = fileURLToPath(new URL('../../cli/bin/topodiff.cjs', import.meta.url));

let folder: string;
let repository: string;
let temporary: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'topodiff-command-'));
  repository = join(folder, 'serving');
  temporary = join(folder, 'temporary');
  for (const made of [repository, temporary]) mkdirSync(made);
  writeFileSync(join(repository, 'model-config.yaml'), 'minWorkers: 1\n');
  git('init', '-q', '-b', 'main');
  git('add', '.');
  git('-c', 'user.name=Ada', '-c', 'user.email=ada@example.org', 'commit', '-q', '-m', 'first');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function git(...args: readonly string[]): void {
  execFileSync('git', args, { cwd: repository, stdio: 'pipe' });
}

/** Starts `topodiff review --base main`. */
function start(args: readonly string[] = [], temporaryFolder = temporary) {
  const child = spawn(process.execPath, [topodiff, 'review', '--base=main', '--port=0', ...args], {
    cwd: repository,
    env: { ...process.env, TMPDIR: temporaryFolder },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]).then(
    ([stdout, stderr, [exitCode]]) => ({ stdout, stderr, exitCode: exitCode as number | null }),
  );
  return { child, ended };
}

test('stopped while it starts, it leaves nothing behind and says nothing', async () => {
  const { child, ended } = start();
  while (!readdirSync(temporary, { recursive: true }).some((name) => String(name).endsWith('unfinished')))
    await sleep(20);
  child.kill('SIGTERM');
  expect(await ended).toEqual({ stdout: '', stderr: '', exitCode: 0 });
  expect(readdirSync(temporary).filter((name) => name.startsWith('topodiff'))).toEqual([]);
});

test('it says that what is not committed is not compared, where it compares what is checked out', async () => {
  expect((await start(['--once']).ended).stderr).toBe('');
  writeFileSync(join(repository, 'model-config.yaml'), 'minWorkers: 2\n');
  writeFileSync(join(repository, 'new.yaml'), 'minWorkers: 2\n');
  const { stderr, exitCode } = await start(['--once']).ended;
  expect(stderr).toBe('topodiff: 2 files have changes that are not committed; commits are compared\n');
  expect(exitCode).toBe(0);
  expect((await start(['--once', '--head=main']).ended).stderr).toBe('');
});

test('without a temporary folder it is one line', async () => {
  const file = join(folder, 'file');
  writeFileSync(file, '');
  expect(await start([], file).ended).toEqual({
    stdout: '',
    stderr: `topodiff: cannot make a folder in ${file}: ENOTDIR\n`,
    exitCode: 2,
  });
});
