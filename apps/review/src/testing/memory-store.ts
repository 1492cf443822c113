import { randomUUID } from 'node:crypto';
import type {
  AuditEntry,
  Decision,
  ReportUpload,
  RepositoryRecord,
  RepositoryTokenRecord,
  SessionRecord,
  Store,
} from '../store/store.ts';

/** What requests and sign-ins need of a store, in memory, with its insides open to tests. */
export interface MemoryStore extends Store {
  readonly uploads: ReportUpload[];
  readonly decisions: (Decision & { readonly repositoryId: number; readonly number: number })[];
  readonly sessions: Map<string, SessionRecord>;
  readonly audit: Omit<AuditEntry, 'at'>[];
}

/** An empty store. Methods that nothing here needs reject. */
export function createMemoryStore({ now }: { readonly now: () => Date }): MemoryStore {
  const uploads: ReportUpload[] = [];
  const decisions: MemoryStore['decisions'] = [];
  const sessions = new Map<string, SessionRecord>();
  const audit: Omit<AuditEntry, 'at'>[] = [];
  const repositories = new Map<number, RepositoryRecord>();
  const tokenIds = new Set<string>();
  const tokens = new Map<string, RepositoryTokenRecord>();
  const isKnown = (a: ReportUpload, b: ReportUpload): boolean =>
    JSON.stringify([a.repository.id, a.run, a.report]) === JSON.stringify([b.repository.id, b.run, b.report]);
  const missing = (): Promise<never> => Promise.reject(new Error('The store of this test lacks that'));
  return {
    uploads,
    decisions,
    sessions,
    audit,
    saveReport: (upload) => {
      const known = uploads.findIndex((other) => isKnown(other, upload));
      if (known >= 0) return Promise.resolve({ kind: 'known', revisionId: `revision-${known + 1}` });
      uploads.push(upload);
      repositories.set(upload.repository.id, upload.repository);
      const revisionId = `revision-${uploads.length}`;
      const { actor, repository, pullRequest, run } = upload;
      if (actor !== undefined) {
        const detail = { number: pullRequest.number, revisionId, run: run.id, attempt: run.attempt };
        audit.push({ actor, action: 'upload', repositoryId: repository.id, detail });
      }
      return Promise.resolve({ kind: 'stored', revisionId });
    },
    listRepositories: (visible) =>
      Promise.resolve([...repositories.values()].filter(({ id }) => visible === 'all' || visible.has(id))),
    findRepository: (fullName) =>
      Promise.resolve(
        [...repositories.values()].find((repository) => repository.fullName === fullName) ?? null,
      ),
    listDecisions: (repositoryId, number) =>
      Promise.resolve(
        decisions
          .filter((decision) => decision.repositoryId === repositoryId && decision.number === number)
          .toReversed(),
      ),
    saveSession: (session) => {
      sessions.set(session.tokenHash, session);
      return Promise.resolve();
    },
    findSession: (tokenHash) => {
      const session = sessions.get(tokenHash);
      return Promise.resolve(session !== undefined && session.expiresAt > now() ? session : null);
    },
    deleteSession: (tokenHash) => {
      sessions.delete(tokenHash);
      return Promise.resolve();
    },
    useTokenId: (id) => {
      const isNew = !tokenIds.has(id);
      tokenIds.add(id);
      return Promise.resolve(isNew);
    },
    addRepositoryToken: (repository, name, tokenHash) => {
      repositories.set(repository.id, repository);
      const record = {
        id: randomUUID(),
        repositoryId: repository.id,
        name,
        createdAt: now(),
        lastUsedAt: null,
      };
      tokens.set(tokenHash, record);
      return Promise.resolve(record);
    },
    useRepositoryToken: (tokenHash) => Promise.resolve(tokens.get(tokenHash) ?? null),
    listRepositoryTokens: (repositoryId) =>
      Promise.resolve([...tokens.values()].filter((token) => token.repositoryId === repositoryId)),
    revokeRepositoryToken: (repositoryId, tokenId) => {
      const found = [...tokens].find(
        ([, token]) => token.repositoryId === repositoryId && token.id === tokenId,
      );
      return Promise.resolve(found !== undefined && tokens.delete(found[0]));
    },
    writeAudit: (entry) => {
      audit.push(entry);
      return Promise.resolve();
    },
    listReviews: missing,
    findReview: missing,
    listRevisions: missing,
    loadReport: missing,
    listFleet: missing,
    saveDecision: missing,
    revokeDecision: missing,
    listAudit: missing,
    deleteOlderThan: missing,
    ping: () => Promise.resolve(),
    close: () => Promise.resolve(),
  };
}
