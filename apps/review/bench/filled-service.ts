import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startService } from '../e2e/run-service.ts';
import { openStore } from '../src/store/open-store.ts';
import { secondReport } from '../src/testing/example-reports.ts';
import { fillReports } from '../src/testing/fill-reports.ts';
import { sampleUpload } from '../src/testing/sample-upload.ts';

/** A service whose store has many reports. */
export interface FilledService {
  readonly url: string;
  /** Pages of reviews with a report of three models, among all the others. */
  readonly reviewPaths: readonly string[];
  readonly stop: () => Promise<void>;
}

/** Reviews that the measurement opens; they were uploaded last. */
const openedReviews = 20;

/** Fills a new store and starts the built service on it. */
export async function startFilledService(
  reports: number,
  databaseUrl: string | null,
): Promise<FilledService> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'topodiff-bench-'));
  const store = await openStore({ databaseUrl, dataFolder, now: () => new Date() });
  const sample = sampleUpload();
  await fillReports(store, reports - openedReviews, sample.report);
  const numbers = Array.from({ length: openedReviews }, (_, index) => 1 + index);
  for (const number of numbers) {
    const pullRequest = { ...sample.pullRequest, number };
    await store.saveReport({ ...sample, pullRequest, report: secondReport, uploadedBy: 'oidc' });
  }
  await store.close();
  const service = await startService({
    TOPODIFF_DATA_FOLDER: dataFolder,
    TOPODIFF_LOG_LEVEL: 'warn',
    TOPODIFF_REQUESTS_PER_MINUTE: '999999',
    ...(databaseUrl === null ? {} : { DATABASE_URL: databaseUrl }),
  });
  return {
    url: service.url,
    reviewPaths: numbers.map((number) => `/reviews/${sample.repository.fullName}/${number}`),
    stop: async () => {
      await service.stop();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}
