import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { sql } from 'kysely';
import { backupStore } from '../store/backup-store.ts';
import { UnknownReviewError } from '../store/decisions.ts';
import { RestoreError, restoreStore } from '../store/restore-store.ts';
import type { SqlStore } from '../store/sql-store.ts';
import type { NewDecision, ReviewQuery, SessionRecord } from '../store/store.ts';
import { fillReviews } from './fill-reviews.ts';
import { makeUpload, sampleReport, withApprovals } from './make-upload.ts';

/** Where a suite gets its databases from. */
export interface StoreSource {
  /** An empty store. */
  open(now: () => Date): Promise<SqlStore>;
  stop(): Promise<void>;
}

const start = new Date('2026-11-27T10:00:00.123Z').getTime();
const hour = 60 * 60 * 1000;
const day = 24 * hour;

/** What every store does, whatever database it stands on. */
export function describeStore(name: string, startSource: () => Promise<StoreSource>): void {
  describe(`the store on ${name}`, () => {
    let source: StoreSource;
    let store: SqlStore;
    let clock = start;
    let repositories = 0;
    const now = (): Date => new Date(clock);
    /** Each test has repositories of its own, so that one database serves all. */
    const newRepository = (): number => (repositories += 1);

    beforeAll(async () => {
      source = await startSource();
      store = await source.open(now);
    }, 60_000);
    beforeEach(() => {
      clock = start;
    });
    afterAll(async () => {
      await store.close();
      await source.stop();
    }, 60_000);

    const list = (repositoryId: number, query: Partial<ReviewQuery> = {}) =>
      store.listReviews({ limit: 10, ...query }, new Set([repositoryId]));

    describe('reports', () => {
      test('a report comes back as it was uploaded, with its summary', async () => {
        const repositoryId = newRepository();
        const upload = makeUpload({ repositoryId, number: 7 });
        const { kind, revisionId } = await store.saveReport(upload);
        expect(kind).toBe('stored');
        expect(await store.loadReport(repositoryId, 7, revisionId)).toEqual(upload.report);
        expect(await store.findReview(repositoryId, 7)).toEqual({
          repository: upload.repository,
          pullRequest: upload.pullRequest,
          revisionId,
          revisions: 1,
          headSha: '2'.repeat(40),
          conclusion: 'success',
          label: 'tp 4 GPUs → pptp 8 GPUs',
          changedModels: 1,
          worstSeverity: 'warning',
          blockingFindings: 0,
          gpus: { base: 6, head: 10 },
          approvalState: 'not-needed',
          updatedAt: new Date(start),
        });
        expect(await store.listRevisions(repositoryId, 7)).toEqual([
          {
            id: revisionId,
            ordinal: 1,
            headSha: '2'.repeat(40),
            baseSha: '1'.repeat(40),
            run: upload.run,
            conclusion: 'success',
            uploadedBy: 'oidc',
            createdAt: new Date(start),
          },
        ]);
      });

      test('the largest and the most hostile report come back as they were', async () => {
        const repositoryId = newRepository();
        for (const [number, name] of ['hostile', 'many-models', 'no-models'].entries()) {
          const upload = makeUpload({ repositoryId, number, report: sampleReport(name) });
          const { revisionId } = await store.saveReport(upload);
          expect(await store.loadReport(repositoryId, number, revisionId)).toEqual(upload.report);
        }
      }, 30_000);

      test('texts that PostgreSQL cannot hold are stored with a mark in their place', async () => {
        const repositoryId = newRepository();
        const title = 'a\0b \uD800 c 🚀 \u202E';
        await store.saveReport(makeUpload({ repositoryId, title }));
        const review = await store.findReview(repositoryId, 1);
        expect(review?.pullRequest.title).toBe('a\uFFFDb \uFFFD c 🚀 \u202E');
      });

      test('a label of more words than an index holds is stored, and found by its first ones', async () => {
        const repositoryId = newRepository();
        const label = Array.from({ length: 150_000 }, (_, index) => `é${index}`).join(' ');
        const report = sampleReport();
        const models = report.models.map((model) => ({ ...model, label }));
        await store.saveReport(makeUpload({ repositoryId, report: { ...report, models } }));
        expect((await store.findReview(repositoryId, 1))?.label).toBe(label);
        expect((await list(repositoryId, { search: 'é7 llama' })).items).toHaveLength(1);
      });

      test('a report that does not follow the format is not stored', async () => {
        const repositoryId = newRepository();
        const report = { ...sampleReport(), conclusion: 'fine' as 'success' };
        await expect(store.saveReport(makeUpload({ repositoryId, report }))).rejects.toThrow(/conclusion/);
        expect(await store.listRepositories(new Set([repositoryId]))).toEqual([]);
      });

      test('uploading twice is uploading once, whatever the order of the keys', async () => {
        const repositoryId = newRepository();
        const upload = makeUpload({ repositoryId });
        const first = await store.saveReport(upload);
        const reordered = Object.fromEntries(Object.entries(upload.report).reverse()) as typeof upload.report;
        expect(await store.saveReport({ ...upload, report: reordered })).toEqual({
          kind: 'known',
          revisionId: first.revisionId,
        });
        expect(await store.listRevisions(repositoryId, 1)).toHaveLength(1);
      });

      test('of 20 equal uploads at once one is stored', async () => {
        const repositoryId = newRepository();
        const upload = makeUpload({ repositoryId });
        const saved = await Promise.all(Array.from({ length: 20 }, () => store.saveReport(upload)));
        expect(saved.filter(({ kind }) => kind === 'stored')).toHaveLength(1);
        expect(new Set(saved.map(({ revisionId }) => revisionId)).size).toBe(1);
        expect((await store.findReview(repositoryId, 1))?.revisions).toBe(1);
      });

      test('of many different uploads at once none is lost', async () => {
        const repositoryId = newRepository();
        const runs = Array.from({ length: 20 }, (_, index) => ({
          id: 100 + (index % 10),
          attempt: 1 + (index % 2),
        }));
        const numbers = [1, 2, 3];
        await Promise.all(
          numbers.flatMap((number) =>
            runs.map((run) => store.saveReport(makeUpload({ repositoryId, number, run }))),
          ),
        );
        for (const number of numbers) {
          const revisions = await store.listRevisions(repositoryId, number);
          expect(revisions.map(({ run }) => run.id)).toEqual([
            109, 108, 107, 106, 105, 104, 103, 102, 101, 100,
          ]);
          expect(revisions.map(({ ordinal }) => ordinal).sort((a, b) => a - b)).toEqual([
            1, 2, 3, 4, 5, 6, 7, 8, 9, 10,
          ]);
          const review = await store.findReview(repositoryId, number);
          expect(review).toMatchObject({ revisions: 10, revisionId: revisions[0]?.id });
        }
      });

      test('an older run is kept and does not become the newest', async () => {
        const repositoryId = newRepository();
        const newest = await store.saveReport(makeUpload({ repositoryId, run: { id: 20, attempt: 2 } }));
        clock += hour;
        for (const run of [
          { id: 20, attempt: 1 },
          { id: 19, attempt: 9 },
        ]) {
          const upload = makeUpload({ repositoryId, run, title: 'old', report: sampleReport('clean') });
          expect((await store.saveReport(upload)).kind).toBe('stored');
        }
        expect(await store.findReview(repositoryId, 1)).toMatchObject({
          revisionId: newest.revisionId,
          revisions: 3,
          conclusion: 'success',
          pullRequest: { title: 'Give llama more GPUs 1' },
          updatedAt: new Date(start),
        });
        const revisions = await store.listRevisions(repositoryId, 1);
        expect(revisions.map(({ run }) => `${run.id}.${run.attempt}`)).toEqual(['20.2', '20.1', '19.9']);
        const later = await store.saveReport(makeUpload({ repositoryId, run: { id: 21, attempt: 1 } }));
        expect((await store.findReview(repositoryId, 1))?.revisionId).toBe(later.revisionId);
      });

      test('a revision is found under its own pull request only, and no id is an error', async () => {
        const [mine, other] = [newRepository(), newRepository()];
        const { revisionId } = await store.saveReport(makeUpload({ repositoryId: mine }));
        await store.saveReport(makeUpload({ repositoryId: other }));
        expect(await store.loadReport(other, 1, revisionId)).toBeNull();
        expect(await store.loadReport(mine, 2, revisionId)).toBeNull();
        for (const id of ['', 'a\0', "'; drop table revisions", 'x'.repeat(10_000), '\uD800']) {
          expect(await store.loadReport(mine, 1, id)).toBeNull();
        }
        for (const number of [0, -1, 1.5, Number.NaN, Infinity, 1e15, 1e300]) {
          expect(await store.findReview(mine, number)).toBeNull();
          expect(await store.loadReport(mine, number, revisionId)).toBeNull();
          expect(await store.listRevisions(mine, number)).toEqual([]);
          expect(await store.listDecisions(mine, number)).toEqual([]);
          expect(await store.revokeDecision(mine, number, 'x', 1)).toBe(false);
        }
        for (const name of ['', 'a\0/b', '\uD800']) expect(await store.findRepository(name)).toBeNull();
      });

      test('what was stored by a newer version is refused in words', async () => {
        const repositoryId = newRepository();
        const { revisionId } = await store.saveReport(makeUpload({ repositoryId }));
        await sql`update revisions set report = '{"formatVersion": 99}' where id = ${revisionId}`.execute(
          store.database,
        );
        await expect(store.loadReport(repositoryId, 1, revisionId)).rejects.toThrow(
          'The report has format version 99, and this topodiff reads up to 1: update topodiff',
        );
      });
    });

    describe('repositories', () => {
      test('a name is found in any case, and follows a rename', async () => {
        const [first, second] = [newRepository(), newRepository()];
        const fullName = `Acme/Ünique-${first}`;
        await store.saveReport(makeUpload({ repositoryId: first, fullName }));
        expect(await store.findRepository(fullName.toUpperCase())).toEqual({ id: first, fullName });
        clock += hour;
        // Somebody else takes the name after a rename that was not reported yet.
        await store.saveReport(makeUpload({ repositoryId: second, fullName }));
        expect(await store.findRepository(fullName)).toEqual({ id: second, fullName });
        await store.saveReport(makeUpload({ repositoryId: first, fullName: 'acme/renamed', number: 2 }));
        expect(await store.findRepository('acme/renamed')).toEqual({ id: first, fullName: 'acme/renamed' });
        expect((await list(first, { search: 'renamed' })).items).toHaveLength(2);
      });

      test('the fleet is that of the newest report', async () => {
        const [repositoryId, hidden] = [newRepository(), newRepository()];
        await store.saveReport(makeUpload({ repositoryId: hidden }));
        await store.saveReport(makeUpload({ repositoryId, number: 1 }));
        clock += hour;
        const { revisionId } = await store.saveReport(
          makeUpload({ repositoryId, number: 2, report: sampleReport('many-models') }),
        );
        const fleet = await store.listFleet(new Set([repositoryId]));
        expect(fleet).toHaveLength(1);
        expect(fleet[0]).toMatchObject({ revisionId, fleet: sampleReport('many-models').fleet });
        const left = sampleReport('many-models').models.filter(({ head }) => head !== null);
        expect(fleet[0]?.models.map(({ path }) => path)).toEqual(left.map(({ path }) => path));
        // An extract of an older format is made anew from the report.
        await sql`update revisions set fleet = '{"fleet":{},"models":[]}' where id = ${revisionId}`.execute(
          store.database,
        );
        expect(await store.listFleet(new Set([repositoryId]))).toEqual(fleet);
      }, 30_000);
    });

    describe('the list', () => {
      test('pages follow each other without gaps and repetitions, also within one moment', async () => {
        const repositoryId = newRepository();
        for (let number = 1; number <= 7; number += 1) {
          if (number % 3 === 0) clock += 1;
          await store.saveReport(makeUpload({ repositoryId, number }));
        }
        const numbers: number[] = [];
        let after: string | undefined;
        do {
          const page = await list(repositoryId, { limit: 2, ...(after === undefined ? {} : { after }) });
          numbers.push(...page.items.map(({ pullRequest }) => pullRequest.number));
          after = page.next ?? undefined;
        } while (after !== undefined);
        expect(numbers).toEqual([7, 6, 5, 4, 3, 2, 1]);
      });

      test('a cursor that is none gives the first page, and a limit that is none a page', async () => {
        const repositoryId = newRepository();
        await store.saveReport(makeUpload({ repositoryId }));
        for (const after of ['', 'x', '-', 'zzzzzzzzz-zzzzzzzzzz', "1-1'", '\0', '9'.repeat(500)]) {
          expect((await list(repositoryId, { after })).items.length).toBeLessThanOrEqual(1);
        }
        for (const limit of [0, -1, Number.NaN, 1e9]) {
          expect((await list(repositoryId, { limit })).items).toHaveLength(1);
        }
      });

      test('every filter leaves what it names', async () => {
        const [repositoryId, other] = [newRepository(), newRepository()];
        const visible = new Set([repositoryId, other]);
        const needing = withApprovals(sampleReport(), [{ fingerprint: 'f1' }]);
        await store.saveReport(makeUpload({ repositoryId, number: 1, report: sampleReport('clean') }));
        await store.saveReport(
          makeUpload({ repositoryId, number: 2, report: sampleReport('quoted-number') }),
        );
        await store.saveReport(makeUpload({ repositoryId, number: 3, report: needing, author: 'Bea' }));
        await store.saveReport(makeUpload({ repositoryId: other, number: 4, report: sampleReport('check') }));
        const found = async (query: Partial<ReviewQuery>): Promise<readonly number[]> => {
          const { items } = await store.listReviews({ limit: 10, ...query }, visible);
          return items.map(({ pullRequest }) => pullRequest.number);
        };
        expect(await found({})).toEqual([4, 3, 2, 1]);
        expect(await found({ repository: `ACME/models-${repositoryId}` })).toEqual([3, 2, 1]);
        expect(await found({ repository: 'acme/unknown' })).toEqual([]);
        expect(await found({ conclusion: 'failure' })).toEqual([4, 2]);
        expect(await found({ conclusion: 'neutral' })).toEqual([1]);
        expect(await found({ approval: 'pending' })).toEqual([3]);
        expect(await found({ severity: 'error' })).toEqual([4, 2]);
        expect(await found({ severity: 'warning', approval: 'pending' })).toEqual([3]);
        expect(await found({ severity: 'error', repository: `acme/models-${other}` })).toEqual([4]);
        expect(await found({ search: 'BEA' })).toEqual([3]);
        expect(await found({ search: 'lla gp' })).toEqual([4, 3, 2, 1]);
        expect(await found({ search: 'pptp bea', conclusion: 'success' })).toEqual([3]);
        expect(await found({ search: 'bea', conclusion: 'failure' })).toEqual([]);
        expect(await found({ search: `models-${other}` })).toEqual([4]);
        expect(await found({ search: 'nowhere' })).toEqual([]);
        for (const search of [
          "'",
          '\\',
          "a':* | b",
          '%',
          '\0',
          '\uD800',
          ' ',
          '(',
          '!ann',
          'x'.repeat(5_000),
        ]) {
          await found({ search });
        }
      });

      test('what is not visible is in no list', async () => {
        const [mine, other] = [newRepository(), newRepository()];
        await store.saveReport(makeUpload({ repositoryId: mine, title: 'secret' }));
        await store.saveReport(makeUpload({ repositoryId: other, title: 'secret' }));
        const queries: Partial<ReviewQuery>[] = [
          {},
          { search: 'secret' },
          { severity: 'warning' },
          { repository: `acme/models-${other}` },
          { repository: `acme/models-${other}`, search: 'secret' },
        ];
        for (const query of queries) {
          const { items } = await list(mine, query);
          expect(items.every(({ repository }) => repository.id === mine)).toBe(true);
          expect((await store.listReviews({ limit: 10, ...query }, new Set())).items).toEqual([]);
        }
        expect(await store.listRepositories(new Set([mine]))).toHaveLength(1);
        expect(await store.listRepositories(new Set())).toEqual([]);
        expect(await store.listFleet(new Set())).toEqual([]);
      });
    });

    describe('decisions', () => {
      const decide = (repositoryId: number, choice: Partial<NewDecision>) =>
        store.saveDecision({
          repositoryId,
          number: 1,
          fingerprint: 'f1',
          verdict: 'approved',
          reason: 'Agreed',
          login: 'bea',
          userId: 2,
          ...choice,
        });
      const stateOf = async (repositoryId: number) =>
        (await store.findReview(repositoryId, 1))?.approvalState;

      test('the state follows the decisions that stand', async () => {
        const repositoryId = newRepository();
        const report = withApprovals(sampleReport(), [
          { fingerprint: 'f1' },
          { fingerprint: 'f2', by: 'cy' },
        ]);
        await store.saveReport(makeUpload({ repositoryId, report }));
        expect(await stateOf(repositoryId)).toBe('pending');
        await decide(repositoryId, { fingerprint: 'of another report' });
        expect(await stateOf(repositoryId)).toBe('pending');
        const approval = await decide(repositoryId, {});
        expect(await stateOf(repositoryId)).toBe('approved');
        const rejection = await decide(repositoryId, { verdict: 'rejected', login: 'dan', userId: 3 });
        expect(await stateOf(repositoryId)).toBe('rejected');
        expect(await store.revokeDecision(repositoryId, 1, rejection.id, 2)).toBe(false);
        expect(await store.revokeDecision(repositoryId, 2, rejection.id, 3)).toBe(false);
        expect(await stateOf(repositoryId)).toBe('rejected');
        clock += hour;
        expect(await store.revokeDecision(repositoryId, 1, rejection.id, 3)).toBe(true);
        expect(await store.revokeDecision(repositoryId, 1, rejection.id, 3)).toBe(false);
        expect(await stateOf(repositoryId)).toBe('approved');
        expect((await list(repositoryId, { approval: 'approved' })).items).toHaveLength(1);
        expect(await store.listDecisions(repositoryId, 1)).toEqual([
          { ...rejection, revokedAt: new Date(start + hour) },
          approval,
          expect.objectContaining({ fingerprint: 'of another report' }),
        ]);
      });

      test('the newest word of a person replaces the earlier one', async () => {
        const repositoryId = newRepository();
        const report = withApprovals(sampleReport(), [{ fingerprint: 'f1' }]);
        await store.saveReport(makeUpload({ repositoryId, report }));
        await decide(repositoryId, {});
        const rejection = await decide(repositoryId, { verdict: 'rejected' });
        expect(await stateOf(repositoryId)).toBe('rejected');
        const standing = await store.listDecisions(repositoryId, 1);
        expect(standing.map(({ revokedAt }) => revokedAt === null)).toEqual([true, false]);
        await store.revokeDecision(repositoryId, 1, rejection.id, 2);
        expect(await stateOf(repositoryId)).toBe('pending');
      });

      test('a decision counts for later reports in which the same change is', async () => {
        const repositoryId = newRepository();
        const first = withApprovals(sampleReport(), [{ fingerprint: 'f1' }]);
        await store.saveReport(makeUpload({ repositoryId, report: first, run: { id: 1, attempt: 1 } }));
        await decide(repositoryId, {});
        const same = withApprovals(sampleReport('added'), [{ fingerprint: 'f1' }]);
        await store.saveReport(makeUpload({ repositoryId, report: same, run: { id: 2, attempt: 1 } }));
        expect(await stateOf(repositoryId)).toBe('approved');
        const changed = withApprovals(sampleReport(), [{ fingerprint: 'f3' }]);
        await store.saveReport(makeUpload({ repositoryId, report: changed, run: { id: 3, attempt: 1 } }));
        expect(await stateOf(repositoryId)).toBe('pending');
      });

      test('decisions at once leave the state of all of them', async () => {
        const repositoryId = newRepository();
        const fingerprints = Array.from({ length: 10 }, (_, index) => `f${index}`);
        const report = withApprovals(
          sampleReport(),
          fingerprints.map((fingerprint) => ({ fingerprint })),
        );
        await store.saveReport(makeUpload({ repositoryId, report }));
        await Promise.all([
          ...fingerprints.map((fingerprint) => decide(repositoryId, { fingerprint })),
          ...fingerprints.map((_, index) =>
            store.saveReport(
              makeUpload({ repositoryId, report, run: { id: 12_345_678_902 + index, attempt: 1 } }),
            ),
          ),
        ]);
        expect(await stateOf(repositoryId)).toBe('approved');
        // One person who presses twice, or rejects and approves at once, has one word that stands.
        await Promise.all(
          Array.from({ length: 10 }, (_, index) =>
            decide(repositoryId, {
              verdict: index % 2 === 0 ? 'approved' : 'rejected',
              userId: 9,
              login: 'eve',
            }),
          ),
        );
        const ofEve = (await store.listDecisions(repositoryId, 1)).filter(({ userId }) => userId === 9);
        expect(ofEve.filter(({ revokedAt }) => revokedAt === null)).toHaveLength(1);
        expect(await stateOf(repositoryId)).toBe(ofEve[0]?.verdict);
      });

      test('a pull request without a report has no decisions', async () => {
        await expect(decide(newRepository(), {})).rejects.toThrow(UnknownReviewError);
      });
    });

    describe('sessions and tokens', () => {
      const session: SessionRecord = {
        tokenHash: 'hash',
        userId: 4_294_967_296,
        login: 'ann',
        encryptedToken: 'encrypted',
        csrfToken: 'csrf',
        expiresAt: new Date(start + hour),
      };

      test('a session is there until it expires or ends', async () => {
        await store.saveSession(session);
        expect(await store.findSession('hash')).toEqual(session);
        expect(await store.findSession('other\0')).toBeNull();
        clock += hour;
        expect(await store.findSession('hash')).toBeNull();
        await store.saveSession({ ...session, tokenHash: 'next', expiresAt: new Date(clock + hour) });
        const { rows } = await sql`select token_hash from sessions`.execute(store.database);
        expect(rows).toEqual([{ token_hash: 'next' }]);
        await store.deleteSession('next');
        expect(await store.findSession('next')).toBeNull();
      });

      test('an id of a token is used once, also by many at once', async () => {
        const expiresAt = new Date(start + hour);
        const uses = await Promise.all(Array.from({ length: 20 }, () => store.useTokenId('id-1', expiresAt)));
        expect(uses.filter(Boolean)).toHaveLength(1);
        // Just expired, and still accepted by a clock that is behind.
        clock += hour + 30_000;
        expect(await store.useTokenId('id-2\0\uD800', new Date(clock + hour))).toBe(true);
        expect(await store.useTokenId('id-1', expiresAt)).toBe(false);
        clock += 2 * hour;
        await store.useTokenId('id-3', new Date(clock + hour));
        const { rows } = await sql<{ n: number }>`select count(*) as n from used_token_ids`.execute(
          store.database,
        );
        expect(rows).toEqual([{ n: 2 }]);
      });

      test('a token of a repository works until it is revoked', async () => {
        const [repositoryId, other] = [newRepository(), newRepository()];
        const repository = { id: repositoryId, fullName: `acme/models-${repositoryId}` };
        const token = await store.addRepositoryToken(repository, 'CI', `hash-${repositoryId}`);
        expect(token).toMatchObject({
          repositoryId,
          name: 'CI',
          createdAt: new Date(start),
          lastUsedAt: null,
        });
        clock += hour;
        const used = { ...token, lastUsedAt: new Date(clock) };
        expect(await store.useRepositoryToken(`hash-${repositoryId}`)).toEqual(used);
        expect(await store.listRepositoryTokens(repositoryId)).toEqual([used]);
        expect(await store.listRepositoryTokens(other)).toEqual([]);
        expect(await store.revokeRepositoryToken(other, token.id)).toBe(false);
        expect(await store.revokeRepositoryToken(repositoryId, token.id)).toBe(true);
        expect(await store.revokeRepositoryToken(repositoryId, token.id)).toBe(false);
        expect(await store.useRepositoryToken(`hash-${repositoryId}`)).toBeNull();
        expect(await store.listRepositoryTokens(repositoryId)).toEqual([]);
        expect(await store.findRepository(repository.fullName)).toEqual(repository);
      });

      test('the audit log shows what one may see', async () => {
        const repositoryId = newRepository();
        const detail = { number: 1, isBot: false, name: 'a\0', nothing: null };
        await store.writeAudit({ actor: 'ann', action: 'decide', repositoryId, detail });
        clock += hour;
        await store.writeAudit({ actor: 'bea', action: 'sign-in', repositoryId: null, detail: {} });
        const entry = { at: new Date(start), actor: 'ann', action: 'decide', repositoryId, detail };
        expect(await store.listAudit(new Set([repositoryId]), 10)).toEqual([entry]);
        expect(await store.listAudit('all', 2)).toEqual([
          { at: new Date(clock), actor: 'bea', action: 'sign-in', repositoryId: null, detail: {} },
          entry,
        ]);
        expect(await store.listAudit('all', 1)).toHaveLength(1);
        expect(await store.listAudit(new Set(), 10)).toEqual([]);
      });
    });

    test('an upload is in the audit log once, with the report that it stored', async () => {
      const repositoryId = newRepository();
      const upload = { ...makeUpload({ repositoryId }), actor: 'repository-token:ci' };
      const { revisionId } = await store.saveReport(upload);
      await store.saveReport(upload);
      expect(await store.listAudit(new Set([repositoryId]), 10)).toMatchObject([
        {
          actor: upload.actor,
          action: 'upload',
          repositoryId,
          detail: { number: 1, revisionId, run: upload.run.id, attempt: 1 },
        },
      ]);
    });

    test('retention keeps the newest of each pull request, and counts on', async () => {
      const repositoryId = newRepository();
      clock = start - 100 * day;
      for (const id of [1, 2, 3])
        await store.saveReport(makeUpload({ repositoryId, run: { id, attempt: 1 } }));
      await store.saveReport(makeUpload({ repositoryId, number: 2 }));
      clock = start - 10 * day;
      await store.saveReport(makeUpload({ repositoryId, run: { id: 2, attempt: 2 } }));
      clock = start;
      expect(await store.deleteOlderThan(30)).toBe(2);
      expect(await store.deleteOlderThan(30)).toBe(0);
      const revisions = await store.listRevisions(repositoryId, 1);
      expect(revisions.map(({ run, ordinal }) => [run.id, ordinal])).toEqual([
        [3, 3],
        [2, 4],
      ]);
      expect(await store.findReview(repositoryId, 1)).toMatchObject({
        revisions: 2,
        revisionId: revisions[0]?.id,
      });
      expect((await store.findReview(repositoryId, 2))?.revisions).toBe(1);
      await store.saveReport(makeUpload({ repositoryId, run: { id: 4, attempt: 1 } }));
      expect((await store.listRevisions(repositoryId, 1))[0]?.ordinal).toBe(5);
    });

    describe('backups', () => {
      let folder: string;
      beforeAll(async () => {
        folder = await mkdtemp(join(tmpdir(), 'topodiff-backup-'));
      });
      afterAll(() => rm(folder, { recursive: true }));

      test('a backup is restored into an empty store, and nothing else into anything', async () => {
        const [full, empty] = [await source.open(now), await source.open(now)];
        try {
          const report = withApprovals(sampleReport('added'), [{ fingerprint: 'f1' }]);
          const upload = makeUpload({ repositoryId: 1, report, title: "it's 'quoted' \\ \n" });
          await full.saveReport(upload);
          await full.saveDecision({
            ...{ repositoryId: 1, number: 1, fingerprint: 'f1', verdict: 'approved' },
            ...{ reason: 'Agreed', login: 'bea', userId: 2 },
          });
          await full.saveSession(session);
          await full.addRepositoryToken(upload.repository, 'CI', 'hash');
          await full.useTokenId('id', session.expiresAt);
          await full.writeAudit({ actor: 'bea', action: 'decide', repositoryId: 1, detail: { number: 1 } });
          const file = join(folder, 'backup.jsonl.gz');
          expect(await backupStore(full, file, now)).toBe(8);
          expect((await stat(file)).mode & 0o777).toBe(0o600);
          await expect(restoreStore(file, full)).rejects.toThrow('The store is not empty');
          await expectRefusals(file, empty);

          // More than one batch of revisions, and what texts can hold.
          for (let id = 1; id <= 50; id += 1) {
            await full.saveReport({ ...upload, run: { id, attempt: 1 } });
          }
          await full.saveReport(makeUpload({ repositoryId: 2, report: sampleReport('hostile') }));
          const rows = await backupStore(full, file, now);
          expect(await restoreStore(file, empty)).toBe(rows);
          for (const ask of questions) expect(await ask(empty)).toEqual(await ask(full));
          const again = join(folder, 'again.jsonl.gz');
          await backupStore(empty, again, now);
          expect(gunzipSync(await readFile(again)).equals(gunzipSync(await readFile(file)))).toBe(true);
          // Ids that are handed out go on behind those that came with the backup.
          expect((await empty.saveReport(upload)).kind).toBe('known');
          const next = makeUpload({ repositoryId: 1, number: 2 });
          expect((await empty.saveReport(next)).kind).toBe('stored');
          await empty.writeAudit({ actor: 'ann', action: 'restore', repositoryId: null, detail: {} });
        } finally {
          await full.close();
          await empty.close();
        }
      }, 60_000);

      const session: SessionRecord = {
        ...{ tokenHash: 'hash', userId: 1, login: 'ann', encryptedToken: 'e', csrfToken: 'c' },
        expiresAt: new Date(start + hour),
      };

      const questions: ((from: SqlStore) => Promise<unknown>)[] = [
        (from) => from.listReviews({ limit: 200 }, 'all'),
        (from) => from.listReviews({ limit: 200, search: 'quoted' }, 'all'),
        (from) => from.listFleet('all'),
        (from) => from.listDecisions(1, 1),
        (from) => from.listAudit('all', 100),
        (from) => from.findSession('hash'),
        (from) => from.listRepositoryTokens(1),
        async (from) => {
          const [revision] = await from.listRevisions(2, 1);
          return from.loadReport(2, 1, revision?.id ?? '');
        },
      ];

      /** Damage of every kind is found, and leaves the store empty. */
      async function expectRefusals(file: string, empty: SqlStore): Promise<void> {
        const packed = await readFile(file);
        const lines = gunzipSync(packed).toString().trimEnd().split('\n');
        const pack = (changed: readonly string[]): Buffer => gzipSync(`${changed.join('\n')}\n`);
        const damaged: Record<string, Buffer> = {
          'no backup': gzipSync('{"format":"other"}\n'),
          empty: gzipSync(''),
          'no gzip': Buffer.from('hello'),
          'cut in the middle': packed.subarray(0, packed.length >> 1),
          'without its end': pack(lines.slice(0, -1)),
          'without a row': pack(lines.filter((_, index) => index !== 1)),
          'with another word': pack(lines.map((line) => line.replace('Agreed', 'Agreeb'))),
          'with a line behind its end': pack([...lines, '{}']),
          'with another table': pack([lines[0] ?? '', '{"table":"pg_authid","row":{}}']),
          'of a later version': pack([(lines[0] ?? '').replace('"formatVersion":1', '"formatVersion":2')]),
        };
        for (const [what, content] of Object.entries(damaged)) {
          const path = join(folder, `${what}.gz`);
          await writeFile(path, content);
          const error: unknown = await restoreStore(path, empty).then(
            () => `restored one ${what}`,
            (reason: unknown) => reason,
          );
          expect(error).toBeInstanceOf(RestoreError);
          expect(await empty.listRepositories('all')).toEqual([]);
        }
      }
    });

    test('no filter of the list walks through all reviews', async () => {
      const large = await source.open(now);
      try {
        await fillReviews(large, 20_000);
        const many = new Set(Array.from({ length: 50 }, (_, index) => 1_000_000 + index));
        const cases: [Partial<ReviewQuery>, 'all' | ReadonlySet<number>, number][] = [
          [{}, 'all', 25],
          [{}, many, 25],
          [{}, new Set([1_000_003]), 25],
          [{ severity: 'error' }, 'all', 25],
          [{ approval: 'rejected' }, 'all', 1],
          [{ approval: 'rejected' }, many, 1],
          [{ approval: 'approved', severity: 'info' }, many, 0],
          [{ repository: 'acme/fleet-7', conclusion: 'failure' }, many, 25],
          [{ search: 'serving' }, many, 25],
          [{ search: 'rare17' }, 'all', 25],
          [{ search: 'rare17 serving', approval: 'rejected' }, many, 1],
          [{ search: 'nowhere' }, 'all', 0],
        ];
        for (const [query, visible, expected] of cases) {
          const before = await readRows(large);
          const { items } = await large.listReviews({ limit: 25, ...query }, visible);
          const read = (await readRows(large)) - before;
          expect([query, items.length]).toEqual([query, expected]);
          expect([query, read < 5_000 ? 'few' : read]).toEqual([query, 'few']);
        }
      } finally {
        await large.close();
      }
    }, 60_000);

    test('a store that is closed is closed, and says so', async () => {
      const other = await source.open(now);
      await other.ping();
      const saving = other.saveReport(makeUpload({ repositoryId: 1 }));
      await Promise.all([saving, other.close(), other.close()]);
      await expect(other.ping()).rejects.toThrow();
    }, 60_000);
  });
}

/** Rows of pull_requests that statements have read so far, as the server counts them. */
async function readRows(store: SqlStore): Promise<number> {
  return store.database.connection().execute(async (connection) => {
    // The statements' own connection tells its numbers when it is idle: at once, when it is asked to.
    await sql`select pg_stat_force_next_flush()`.execute(connection);
    await sql`select 1`.execute(connection);
    const { rows } = await sql<{ read: number }>`
      select (coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0))::bigint as read
      from pg_stat_user_tables where relname = 'pull_requests'`.execute(connection);
    return rows[0]?.read ?? 0;
  });
}
