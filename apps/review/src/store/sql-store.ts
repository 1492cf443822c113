import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import { listAudit, writeAudit } from './audit.ts';
import { listDecisions, revokeDecision, saveDecision } from './decisions.ts';
import { listReviews } from './list-reviews.ts';
import { deleteOlderThan } from './retention.ts';
import {
  findRepository,
  findReview,
  listFleet,
  listRepositories,
  listRevisions,
  loadReport,
} from './reviews.ts';
import { saveReport } from './save-report.ts';
import { deleteSession, findSession, saveSession } from './sessions.ts';
import type { Store } from './store.ts';
import type { Tables } from './tables.ts';
import {
  addRepositoryToken,
  listRepositoryTokens,
  revokeRepositoryToken,
  useRepositoryToken,
  useTokenId,
} from './tokens.ts';

/** The store, with the database that it stands on: a backup reads it as a whole. */
export interface SqlStore extends Store {
  readonly database: Kysely<Tables>;
}

/** What a store is made of. */
export interface StoreParts {
  readonly database: Kysely<Tables>;
  readonly now: () => Date;
  /** Called once, after the last statement. */
  readonly close: () => Promise<void>;
}

/** The store on a database whose tables are up to date. */
export function createSqlStore({ database: db, now, close }: StoreParts): SqlStore {
  const running = new Set<Promise<unknown>>();
  let closed: Promise<void> | undefined;
  const run = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    if (closed !== undefined) throw new Error('The store is closed');
    const result = work();
    running.add(result);
    try {
      return await result;
    } finally {
      running.delete(result);
    }
  };
  const closeWhenIdle = async (): Promise<void> => {
    await Promise.allSettled(running);
    await close();
  };
  return {
    database: db,
    saveReport: (upload) => run(() => saveReport(db, upload, now)),
    listReviews: (query, visible) => run(() => listReviews(db, query, visible)),
    listRepositories: (visible) => run(() => listRepositories(db, visible)),
    findRepository: (fullName) => run(() => findRepository(db, fullName)),
    findReview: (repositoryId, number) => run(() => findReview(db, repositoryId, number)),
    listRevisions: (repositoryId, number) => run(() => listRevisions(db, repositoryId, number)),
    loadReport: (repositoryId, number, revisionId) =>
      run(() => loadReport(db, repositoryId, number, revisionId)),
    listFleet: (visible) => run(() => listFleet(db, visible)),

    saveDecision: (decision) => run(() => saveDecision(db, decision, now)),
    listDecisions: (repositoryId, number) => run(() => listDecisions(db, repositoryId, number)),
    revokeDecision: (repositoryId, number, id, userId) =>
      run(() => revokeDecision(db, { repositoryId, number, id, userId }, now)),

    saveSession: (session) => run(() => saveSession(db, session, now)),
    findSession: (tokenHash) => run(() => findSession(db, tokenHash, now)),
    deleteSession: (tokenHash) => run(() => deleteSession(db, tokenHash)),

    useTokenId: (id, expiresAt) => run(() => useTokenId(db, id, expiresAt, now)),
    addRepositoryToken: (repository, name, tokenHash) =>
      run(() => addRepositoryToken(db, { repository, name, tokenHash }, now)),
    useRepositoryToken: (tokenHash) => run(() => useRepositoryToken(db, tokenHash, now)),
    listRepositoryTokens: (repositoryId) => run(() => listRepositoryTokens(db, repositoryId)),
    revokeRepositoryToken: (repositoryId, tokenId) =>
      run(() => revokeRepositoryToken(db, repositoryId, tokenId, now)),

    writeAudit: (entry) => run(() => writeAudit(db, entry, now)),
    listAudit: (visible, limit) => run(() => listAudit(db, visible, limit)),

    deleteOlderThan: (days) => run(() => deleteOlderThan(db, days, now)),
    ping: () =>
      run(async () => {
        await sql`select 1`.execute(db);
      }),
    close: () => (closed ??= closeWhenIdle()),
  };
}
