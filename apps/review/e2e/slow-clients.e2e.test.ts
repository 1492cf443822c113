import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { sampleUpload } from '../src/testing/sample-upload.ts';
import { addUploadToken } from './add-upload-token.ts';
import { beginRequest, drip, pour, type RawOutcome } from './raw-request.ts';
import { startService, type RunningService } from './run-service.ts';

let folder: string;
let token: string;
let service: RunningService;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'topodiff-slow-'));
  const dataFolder = join(folder, 'store');
  token = await addUploadToken({ databaseUrl: null, dataFolder }, sampleUpload().repository);
  service = await startService({
    TOPODIFF_DATA_FOLDER: dataFolder,
    TOPODIFF_LOG_LEVEL: 'fatal',
    TOPODIFF_REQUESTS_PER_MINUTE: '100000',
  });
});
afterAll(async () => {
  await service.stop();
  rmSync(folder, { recursive: true, force: true });
});

const json = 'Content-Type: application/json';
const bearer = () => `Authorization: Bearer ${token}`;

/** Asks for pages all the while; gives their statuses and the longest wait. */
async function whileServing<Result>(work: Promise<Result>) {
  let isDone = false;
  const done = work.finally(() => (isDone = true));
  const statuses = new Set<number>();
  let longest = 0;
  while (!isDone) {
    const begin = performance.now();
    const page = await fetch(`${service.url}/reviews`);
    await page.text();
    statuses.add(page.status);
    longest = Math.max(longest, performance.now() - begin);
    await sleep(100);
  }
  return { result: await done, statuses: [...statuses], longest };
}

test('clients that drip are cut off in time, and everybody else is served', async () => {
  const dripping = (line: string, headers: readonly string[], every: number): Promise<RawOutcome> => {
    const request = beginRequest(service.url, line, headers);
    drip(request, every);
    return request.ended;
  };
  const inHeaders = () => dripping('GET /reviews', [], 200);
  const inBody = () => dripping('POST /api/reports', [json, bearer(), 'Content-Length: 100000', ''], 200);
  const inForm = () =>
    dripping(
      'POST /preferences',
      ['Content-Type: application/x-www-form-urlencoded', 'Content-Length: 90000', ''],
      200,
    );
  const times = (count: number, begin: () => Promise<RawOutcome>) =>
    Promise.all(Array.from({ length: count }, begin));
  const { result, statuses, longest } = await whileServing(
    Promise.all([times(20, inHeaders), times(20, inBody), times(5, inForm)]),
  );
  const [headers, bodies, forms] = result;
  for (const { status, milliseconds } of headers) {
    expect(status).toBe(408);
    expect(milliseconds).toBeLessThan(30_000); // 10 s, and what a busy machine adds
  }
  for (const { status, milliseconds } of [...bodies, ...forms]) {
    expect(status).toBe(408);
    expect(milliseconds).toBeLessThan(90_000); // a minute
  }
  expect(statuses).toEqual([200]);
  expect(longest).toBeLessThan(5_000);
});

test('bodies of 50 MB get their status without being read, and everybody else is served', async () => {
  const length = 'Content-Length: 50000000';
  const chunked = 'Transfer-Encoding: chunked';
  const asChunk = (chunk: Buffer): Buffer =>
    Buffer.concat([Buffer.from(`${chunk.length.toString(16)}\r\n`), chunk, Buffer.from('\r\n')]);
  const pouring = async (line: string, headers: readonly string[]): Promise<number | null> => {
    const request = beginRequest(service.url, line, [...headers, '']);
    await pour(request, 50, headers.includes(chunked) ? asChunk : undefined);
    return (await request.ended).status;
  };
  const form = 'Content-Type: application/x-www-form-urlencoded';
  const files = 'Content-Type: multipart/form-data; boundary=b';
  const { result, statuses, longest } = await whileServing(
    Promise.all([
      pouring('POST /api/reports', [json, bearer(), length]),
      pouring('POST /api/reports', [json, bearer(), chunked]),
      pouring('POST /api/reports', [json, length]),
      pouring('POST /api/reports', [json, chunked]),
      pouring('POST /preferences', [form, length]),
      pouring('POST /preferences', [form, chunked]),
      pouring('POST /playground', [files, length]),
      pouring('POST /nowhere', [json, length]),
      pouring('GET /reviews', [json, length]),
    ]),
  );
  expect(result).toEqual([413, 413, 401, 401, 413, 411, 413, 413, 413]);
  expect(statuses).toEqual([200]);
  expect(longest).toBeLessThan(5_000);
});
