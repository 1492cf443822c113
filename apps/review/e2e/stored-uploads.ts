import type { Report } from '@topodiff/report';
import { openStore, type StoreOptions } from '../src/store/open-store.ts';

/** One stored revision, read through the store and its table. */
export interface StoredUpload {
  readonly id: string;
  readonly runId: number;
  readonly number: number;
  readonly ordinal: number;
  readonly report: Report;
}

/** Everything that a store has of one repository's uploads. */
export interface StoredUploads {
  readonly revisions: readonly StoredUpload[];
  /** What each pull request's row says of its revisions. */
  readonly pullRequests: readonly {
    readonly number: number;
    readonly revisions: number;
    readonly lastOrdinal: number;
    readonly newestRevisionId: string;
    readonly newestRunId: number;
  }[];
  /** Revisions that the audit log says were uploaded. */
  readonly audited: readonly string[];
}

/** Opens the store anew and reads what is in it; reading a report checks it against its format. */
export async function readStoredUploads(
  options: Pick<StoreOptions, 'databaseUrl' | 'dataFolder'>,
  repositoryId: number,
): Promise<StoredUploads> {
  const store = await openStore({ ...options, now: () => new Date() });
  try {
    const rows = await store.database
      .selectFrom('revisions')
      .innerJoin('pull_requests', 'pull_requests.id', 'revisions.pull_request_id')
      .select(['revisions.id', 'run_id', 'number', 'ordinal'])
      .where('repository_id', '=', repositoryId)
      .execute();
    const revisions: StoredUpload[] = [];
    for (const { id, run_id: runId, number, ordinal } of rows) {
      const report = await store.loadReport(repositoryId, number, id);
      if (report === null) throw new Error(`Revision ${id} has no report`);
      revisions.push({ id, runId, number, ordinal, report });
    }
    const pullRequests = await store.database
      .selectFrom('pull_requests')
      .select(['number', 'revisions', 'last_ordinal as lastOrdinal'])
      .select(['newest_revision_id as newestRevisionId', 'newest_run_id as newestRunId'])
      .where('repository_id', '=', repositoryId)
      .execute();
    const entries = await store.listAudit('all', 1_000_000);
    const audited = entries
      .filter(({ action }) => action === 'upload')
      .map(({ detail }) => String(detail['revisionId']));
    return { revisions, pullRequests, audited };
  } finally {
    await store.close();
  }
}
