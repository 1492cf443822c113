import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { sampleUpload } from '../src/testing/sample-upload.ts';
import { addUploadToken } from './add-upload-token.ts';
import { beginRequest } from './raw-request.ts';
import { startService } from './run-service.ts';
import { readStoredUploads } from './stored-uploads.ts';

const topodiff = fileURLToPath(new URL('../../cli/bin/topodiff.cjs', import.meta.url));

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'topodiff-stop-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Waits until nobody is let in any more. */
async function untilClosed(url: string): Promise<void> {
  for (;;) {
    try {
      await (await fetch(`${url}/healthz`)).text();
    } catch {
      return;
    }
    await sleep(20);
  }
}

test('a stop answers the 20 requests that run, and exits with 0', async () => {
  const store = { databaseUrl: null, dataFolder: join(folder, 'store') };
  const sample = sampleUpload();
  const token = await addUploadToken(store, sample.repository);
  const service = await startService({
    TOPODIFF_DATA_FOLDER: store.dataFolder,
    TOPODIFF_LOG_LEVEL: 'error',
  });
  const requests = Array.from({ length: 20 }, (_, index) => {
    const body = JSON.stringify({ ...sample, run: { id: 1 + index, attempt: 1 } });
    const request = beginRequest(service.url, 'POST /api/reports', [
      'Content-Type: application/json',
      `Authorization: Bearer ${token}`,
      `Content-Length: ${Buffer.byteLength(body)}`,
      'Expect: 100-continue', // its answer says that the request runs
      '',
    ]);
    return { ...request, body };
  });
  expect(await Promise.all(requests.map(({ answered }) => answered))).not.toContain(false);
  const stopped = service.stop();
  await untilClosed(service.url);
  for (const { socket, body } of requests) socket.write(body);
  const outcomes = await Promise.all(requests.map(({ ended }) => ended));
  expect(outcomes.map(({ status }) => status)).toEqual(requests.map(() => 201));
  expect(await stopped).toBe(0);
  expect((await readStoredUploads(store, sample.repository.id)).revisions).toHaveLength(20);
});

test('topodiff review that is stopped while it starts leaves nothing behind, and says nothing', async () => {
  const [repository, temporary] = [join(folder, 'serving'), join(folder, 'temporary')];
  for (const made of [repository, temporary]) mkdirSync(made);
  writeFileSync(join(repository, 'model-config.yaml'), 'minWorkers: 1\n');
  const git = (...args: readonly string[]) => execFileSync('git', args, { cwd: repository, stdio: 'pipe' });
  git('init', '-q', '-b', 'main');
  git('add', '.');
  git('-c', 'user.name=Ada', '-c', 'user.email=ada@example.org', 'commit', '-q', '-m', 'first');
  const child = spawn(process.execPath, [topodiff, 'review', '--base=main', '--port=0'], {
    cwd: repository,
    env: { ...process.env, TMPDIR: temporary },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = Promise.all([text(child.stdout), text(child.stderr)]);
  while (!readdirSync(temporary, { recursive: true }).some((name) => String(name).endsWith('unfinished')))
    await sleep(20);
  child.kill('SIGTERM');
  expect(await once(child, 'close')).toEqual([0, null]);
  expect(await said).toEqual(['', '']);
  expect(readdirSync(temporary).filter((name) => name.startsWith('topodiff'))).toEqual([]);
});
