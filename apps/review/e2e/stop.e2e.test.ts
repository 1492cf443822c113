import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { beginRequest } from './raw-request.ts';
import { startUploadService } from './start-upload-service.ts';
import { readStoredUploads } from './stored-uploads.ts';

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
  const { store, sample, token, service } = await startUploadService(folder);
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
