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
  let closed: Promise<void> | undefined;
  return {
    database: db,
    saveReport: (upload) => saveReport(db, upload, now),
    listReviews: (query, visible) => listReviews(db, query, visible),
    listRepositories: (visible) => listRepositories(db, visible),
    findRepository: (fullName) => findRepository(db, fullName),
    findReview: (repositoryId, number) => findReview(db, repositoryId, number),
    listRevisions: (repositoryId, number) => listRevisions(db, repositoryId, number),
    loadReport: (repositoryId, number, revisionId) => loadReport(db, repositoryId, number, revisionId),
    listFleet: (visible) => listFleet(db, visible),

    saveDecision: (decision) => saveDecision(db, decision, now),
    listDecisions: (repositoryId, number) => listDecisions(db, repositoryId, number),
    revokeDecision: (repositoryId, number, id, userId) =>
      revokeDecision(db, { repositoryId, number, id, userId }, now),

    saveSession: (session) => saveSession(db, session, now),
    findSession: (tokenHash) => findSession(db, tokenHash, now),
    deleteSession: (tokenHash) => deleteSession(db, tokenHash),

    useTokenId: (id, expiresAt) => useTokenId(db, id, expiresAt, now),
    addRepositoryToken: (repository, name, tokenHash) =>
      addRepositoryToken(db, { repository, name, tokenHash }, now),
    useRepositoryToken: (tokenHash) => useRepositoryToken(db, tokenHash, now),
    listRepositoryTokens: (repositoryId) => listRepositoryTokens(db, repositoryId),
    revokeRepositoryToken: (repositoryId, tokenId) => revokeRepositoryToken(db, repositoryId, tokenId, now),

    writeAudit: (entry) => writeAudit(db, entry, now),
    listAudit: (visible, limit) => listAudit(db, visible, limit),

    deleteOlderThan: (days) => deleteOlderThan(db, days, now),
    ping: async () => {
      await sql`select 1`.execute(db);
    },
    close: () => (closed ??= close()),
  };
}
