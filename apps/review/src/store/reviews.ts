import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import type { Report } from '@topodiff/report';
import { extractFleet, readFleetExtract } from './fleet-extract.ts';
import { storableNumber, storableText } from './storable.ts';
import type { FleetRecord, RepositoryRecord, ReviewSummary, Revision, Visible } from './store.ts';
import type { Tables } from './tables.ts';
import { summaryColumns, toSummary } from './to-summary.ts';
import type { SummaryRow } from './to-summary.ts';
import { upgradeReport } from './upgrade-report.ts';

/** Repositories by name. */
export async function listRepositories(
  db: Kysely<Tables>,
  visible: Visible,
): Promise<readonly RepositoryRecord[]> {
  let select = db.selectFrom('repositories').select(['id', 'full_name']);
  if (visible !== 'all') select = select.where(sql<boolean>`id = any(${[...visible]}::bigint[])`);
  const rows = await select.orderBy('lookup_name').orderBy('id').execute();
  return rows.map((row) => ({ id: row.id, fullName: row.full_name }));
}

/** The repository that has this name; of two that had it, the one that was last reported by it. */
export async function findRepository(db: Kysely<Tables>, fullName: string): Promise<RepositoryRecord | null> {
  const row = await db
    .selectFrom('repositories')
    .select(['id', 'full_name'])
    .where('lookup_name', '=', storableText(fullName).toLowerCase())
    .orderBy('named_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? null : { id: row.id, fullName: row.full_name };
}

/** A pull request by its newest revision. */
export async function findReview(
  db: Kysely<Tables>,
  repositoryId: number,
  number: number,
): Promise<ReviewSummary | null> {
  const { rows } = await sql<SummaryRow>`
    select ${summaryColumns} from pull_requests as p join repositories as r on r.id = p.repository_id
    where p.repository_id = ${storableNumber(repositoryId)} and p.number = ${storableNumber(number)}`.execute(
    db,
  );
  return rows[0] === undefined ? null : toSummary(rows[0]);
}

/** Newest run first: a report of an older run that came late stands where its run does. */
export async function listRevisions(
  db: Kysely<Tables>,
  repositoryId: number,
  number: number,
): Promise<readonly Revision[]> {
  const rows = await db
    .selectFrom('revisions')
    .innerJoin('pull_requests', 'pull_requests.id', 'revisions.pull_request_id')
    .select(['revisions.id', 'ordinal', 'revisions.head_sha', 'base_sha', 'run_id', 'run_attempt'])
    .select(['revisions.conclusion', 'uploaded_by', 'created_at'])
    .where('repository_id', '=', storableNumber(repositoryId))
    .where('number', '=', storableNumber(number))
    .orderBy('run_id', 'desc')
    .orderBy('run_attempt', 'desc')
    .orderBy('ordinal', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    ordinal: row.ordinal,
    headSha: row.head_sha,
    baseSha: row.base_sha,
    run: { id: row.run_id, attempt: row.run_attempt },
    conclusion: row.conclusion,
    uploadedBy: row.uploaded_by,
    createdAt: row.created_at,
  }));
}

/**
 * A stored report in the newest format.
 *
 * @throws UnreadableReportError when a newer topodiff stored it, or it is damaged
 */
export async function loadReport(
  db: Kysely<Tables>,
  repositoryId: number,
  number: number,
  revisionId: string,
): Promise<Report | null> {
  const row = await db
    .selectFrom('revisions')
    .innerJoin('pull_requests', 'pull_requests.id', 'revisions.pull_request_id')
    .select('report')
    .where('revisions.id', '=', storableText(revisionId))
    .where('repository_id', '=', storableNumber(repositoryId))
    .where('number', '=', storableNumber(number))
    .executeTakeFirst();
  return row === undefined ? null : upgradeReport(JSON.parse(row.report));
}

/** The newest report of each repository, as far as its fleet goes; by name. */
export async function listFleet(db: Kysely<Tables>, visible: Visible): Promise<readonly FleetRecord[]> {
  const condition = visible === 'all' ? sql`true` : sql`r.id = any(${[...visible]}::bigint[])`;
  const { rows } = await sql<SummaryRow & { fleet: string }>`
    select ${summaryColumns}, v.fleet
    from repositories as r
    cross join lateral (
      select * from pull_requests where repository_id = r.id order by updated_at desc, id desc limit 1
    ) as p
    join revisions as v on v.id = p.newest_revision_id
    where ${condition} order by r.lookup_name, r.id`.execute(db);
  return Promise.all(rows.map((row) => toFleet(db, row)));
}

async function toFleet(db: Kysely<Tables>, row: SummaryRow & { fleet: string }): Promise<FleetRecord> {
  const { repository, pullRequest, revisionId, updatedAt } = toSummary(row);
  let extract = await readFleetExtract(row.fleet);
  if (extract === null) {
    const report = await loadReport(db, repository.id, pullRequest.number, revisionId);
    if (report === null) throw new Error(`Revision ${revisionId} was deleted while it was read`);
    extract = extractFleet(report);
  }
  return { repository, pullRequest, revisionId, updatedAt, ...extract };
}
