import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runService, startService } from './run-service.ts';

const servicePackage = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  readonly version: string;
  readonly dependencies: Readonly<Record<string, string>>;
};

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'topodiff-service-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('it serves pages from an empty folder, and stops with exit code 0', async () => {
  const { url, stop } = await startService({ TOPODIFF_DATA_FOLDER: join(folder, 'store') });
  expect(await (await fetch(`${url}/readyz`)).text()).toBe('ready\n');
  const page = await fetch(url);
  expect(page.url).toBe(`${url}/reviews`);
  expect(page.status).toBe(200);
  expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect((await fetch(`${url}/public/review.css`)).status).toBe(200);
  const missing = await fetch(`${url}/nowhere`);
  expect(missing.status).toBe(404);
  expect(await missing.text()).toMatch(/^<!doctype html>/);
  const api = await fetch(`${url}/api/nowhere`);
  expect(await api.json()).toEqual({ error: 'There is nothing at this address.' });
  expect(await stop()).toBe(0);
});

test('a write without the token of its form is refused on every page', async () => {
  const { url, stop } = await startService({ TOPODIFF_DATA_FOLDER: join(folder, 'store') });
  const paths = ['/preferences', '/playground', '/reviews/a/b/1/decisions', '/sign-out', '/nowhere'];
  const statuses: number[] = [];
  for (const path of paths) {
    const body = new URLSearchParams({ csrf: 'guessed', verdict: 'approved' });
    statuses.push((await fetch(`${url}${path}`, { method: 'POST', body, redirect: 'manual' })).status);
  }
  // Where nobody can sign in, nobody can sign out.
  expect(statuses).toEqual([403, 403, 403, 404, 403]);
  await stop();
});

test('a backup is restored into another folder, and into an empty one only', async () => {
  const file = join(folder, 'backup.gz');
  const first = { TOPODIFF_DATA_FOLDER: join(folder, 'first') };
  const second = { TOPODIFF_DATA_FOLDER: join(folder, 'second') };
  const review = {
    ...first,
    TOPODIFF_LOCAL_REVIEW: JSON.stringify({
      // The report of a review, as the command prints it.
      command: [
        process.execPath,
        new URL('../../cli/bin/topodiff.cjs', import.meta.url).pathname,
        ...['diff', '--format=json', '--torchserve-from=0.11.0', '--', 'model-config.yaml'],
      ],
      folder: new URL('../../../tools/example/pull-request/head/serving/bert', import.meta.url).pathname,
      repository: 'local/serving',
      number: 1,
      title: 'An upgrade',
      author: 'ada',
      baseRef: 'main',
      headRef: 'wider',
    }),
  };
  expect(await (await startService(review)).stop()).toBe(0);
  expect(await runService(['backup', file], first)).toMatchObject({ stderr: '', exitCode: 0 });
  expect(await runService(['restore', file], second)).toMatchObject({ stderr: '', exitCode: 0 });
  expect(await runService(['restore', file], second)).toMatchObject({
    stderr:
      'topodiff-review: The store is not empty: a backup is restored into a new data folder or database\n',
    exitCode: 2,
  });
  const { url, stop } = await startService(second);
  expect(await (await fetch(`${url}/reviews`)).text()).toContain('An upgrade');
  await stop();
});

test('a backup of a folder without a database is a mistake, and makes neither', async () => {
  const file = join(folder, 'nothing.gz');
  const dataFolder = join(folder, 'mistyped');
  expect(await runService(['backup', file], { TOPODIFF_DATA_FOLDER: dataFolder })).toEqual({
    stdout: '',
    stderr: `topodiff-review: There is no database in ${dataFolder}\n`,
    exitCode: 2,
  });
  expect([existsSync(file), existsSync(dataFolder)]).toEqual([false, false]);
});

test('a folder that another process has is one line', async () => {
  const environment = { TOPODIFF_DATA_FOLDER: join(folder, 'store') };
  const { stop } = await startService(environment);
  const { stderr, exitCode } = await runService(['backup', join(folder, 'backup.gz')], environment);
  expect(stderr).toMatch(/^topodiff-review: The database in .* is in use by process \d+\..*\n$/);
  expect(exitCode).toBe(2);
  await stop();
});

test('a database that is not there is one line without its password', async () => {
  const environment = { DATABASE_URL: 'postgres://review:hunter2@127.0.0.1:1/review', TOPODIFF_PORT: '0' };
  const { stderr, exitCode } = await runService([], environment);
  expect(stderr).toBe('topodiff-review: The store cannot be used: connect ECONNREFUSED 127.0.0.1:1\n');
  expect(exitCode).toBe(2);
});

test('mistakes in the settings are lines, and exit code 2', async () => {
  expect(await runService([], { TOPODIFF_PORT: 'x', TOPODIFF_LOG_LEVEL: 'loud' })).toEqual({
    stdout: '',
    stderr:
      'topodiff-review: TOPODIFF_PORT is a whole number from 0 to 65535\n' +
      'topodiff-review: TOPODIFF_LOG_LEVEL is one of fatal, error, warn, info, debug, silent\n',
    exitCode: 2,
  });
});

test.each([
  [['backup'], 'give backup FILE, restore FILE or nothing; see topodiff-review --help'],
  [['serve'], 'give backup FILE, restore FILE or nothing; see topodiff-review --help'],
  [['--port', '1'], 'there is no such option; see topodiff-review --help'],
])('%j is a mistake', async (args, line) => {
  expect(await runService(args, {})).toEqual({
    stdout: '',
    stderr: `topodiff-review: ${line}\n`,
    exitCode: 2,
  });
});

test('it says its version and its usage', async () => {
  const { stdout } = await runService(['--version'], {});
  expect(stdout).toBe(`${servicePackage.version}\n`);
  expect((await runService(['--help'], {})).stdout).toContain('topodiff-review backup FILE');
});

test('the bundle imports what the package depends on, and nothing else', () => {
  const bundle = readFileSync(new URL('../dist/main.js', import.meta.url), 'utf8');
  const imported = [
    ...bundle.matchAll(/^import [^;]*?from ["']([^"']+)["'];$|\bimport\(["']([^"']+)["']\)/gm),
  ]
    .flatMap(([, name, lazy]) => name ?? lazy ?? [])
    .filter((name) => !name.startsWith('node:') && !builtinModules.includes(name))
    .map((name) => name.split('/', name.startsWith('@') ? 2 : 1).join('/'));
  const npm = Object.keys(servicePackage.dependencies).filter((name) => !name.startsWith('@topodiff/'));
  expect([...new Set(imported)].filter((name) => !npm.includes(name))).toEqual([]);
  expect(imported).toContain('express');
});
