import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Report } from '@topodiff/report';
import { sampleUpload } from '../src/testing/sample-upload.ts';
import { startPostgres } from '../src/testing/start-postgres.ts';
import { addUploadToken } from './add-upload-token.ts';
import { startService, type RunningService } from './run-service.ts';
import { readStoredUploads } from './stored-uploads.ts';
import { sendUploads, type Sending } from './upload-clients.ts';

const uploads = 1_000;
const distinctUploads = 700;
const pullRequests = 40;
const clients = 20;
/** After so many acknowledgements the service is killed, and started again. */
const kills = [250, 500, 750];

const sample = sampleUpload();
const { repository } = sample;

/** A body that no other index has: of a run of its own, with a commit of its own. */
function makeUpload(index: number) {
  const { comparison } = sample.report;
  if (comparison === null) throw new Error('The sample compares two commits');
  const head = { ...comparison.head, sha: index.toString(16).padStart(40, 'c') };
  const report: Report = { ...sample.report, comparison: { ...comparison, head } };
  const number = 1 + (index % pullRequests);
  return {
    ...sample,
    pullRequest: { ...sample.pullRequest, number },
    run: { id: 1 + index, attempt: 1 },
    report,
  };
}

/** Everything in an order that puts some repeats right behind what they repeat, and others far from it. */
function planSendings(): readonly Sending[] {
  const bodies = Array.from({ length: distinctUploads }, (_, index) => JSON.stringify(makeUpload(index)));
  const plan = bodies.map((_, index) => index);
  for (let repeat = 0; repeat < uploads - distinctUploads; repeat += 1) {
    const index = (repeat * 7) % distinctUploads;
    plan.splice(plan.indexOf(index) + 1 + (repeat % 3) * 50, 0, index);
  }
  return plan.map((index) => ({ index, body: bodies[index] ?? '', isGivenUp: index % 10 === 3 }));
}

let folder: string;
let running: RunningService | null = null;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'topodiff-uploads-'))));
afterEach(async () => {
  await running?.kill(); // of a test that failed
  rmSync(folder, { recursive: true, force: true });
});

async function uploadThroughKills(databaseUrl: string | null): Promise<void> {
  const dataFolder = join(folder, 'store');
  const token = await addUploadToken({ databaseUrl, dataFolder }, repository);
  const environment = {
    TOPODIFF_DATA_FOLDER: dataFolder,
    TOPODIFF_UPLOADS_PER_MINUTE: '100000',
    TOPODIFF_REQUESTS_PER_MINUTE: '100000',
    TOPODIFF_LOG_LEVEL: 'error',
    ...(databaseUrl === null ? {} : { DATABASE_URL: databaseUrl }),
  };
  let service = (running = await startService(environment));
  const restart = async (): Promise<void> => {
    await service.kill();
    running = service = await startService(environment);
  };
  let restarted = Promise.resolve();
  const acknowledgements = await sendUploads(planSendings(), clients, {
    url: () => service.url,
    token,
    onAcknowledged: (count) => {
      if (kills.includes(count)) restarted = restarted.then(restart);
    },
  });
  await restarted;
  expect(await service.stop()).toBe(0);
  running = null;

  const stored = await readStoredUploads({ databaseUrl, dataFolder }, repository.id);
  const byRun = new Map(stored.revisions.map((revision) => [revision.runId, revision]));
  expect(byRun.size).toBe(stored.revisions.length); // nothing twice
  for (const { index, revisionId } of acknowledgements) expect(byRun.get(1 + index)?.id).toBe(revisionId);
  const firsts = acknowledgements.filter(({ status }) => status === 201).map(({ index }) => index);
  expect(new Set(firsts).size).toBe(firsts.length);
  for (const { runId, number, report } of stored.revisions) {
    const sent = makeUpload(runId - 1);
    expect({ number, report }).toEqual({ number: sent.pullRequest.number, report: sent.report });
  }
  expect([...stored.audited].sort()).toEqual(stored.revisions.map(({ id }) => id).sort());
  for (const pullRequest of stored.pullRequests) {
    const own = stored.revisions.filter(({ number }) => number === pullRequest.number);
    const newest = own.toSorted((a, b) => b.runId - a.runId)[0];
    expect(pullRequest).toEqual({
      number: pullRequest.number,
      revisions: own.length,
      lastOrdinal: own.length,
      newestRevisionId: newest?.id,
      newestRunId: newest?.runId,
    });
    expect(own.map(({ ordinal }) => ordinal).sort((a, b) => a - b)).toEqual(own.map((_, index) => index + 1));
  }
  // Nearly all, so that the loops above looked at something.
  expect(stored.revisions.length).toBeGreaterThan(distinctUploads - 60);
}

test('1,000 uploads through three kills are each there once, in the embedded database', async () => {
  await uploadThroughKills(null);
});

test('1,000 uploads through three kills are each there once, in PostgreSQL', async () => {
  const postgres = await startPostgres();
  try {
    await uploadThroughKills(postgres.url);
  } finally {
    await postgres.stop();
  }
});
