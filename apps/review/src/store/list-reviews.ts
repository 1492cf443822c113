import { sql } from 'kysely';
import type { Kysely, RawBuilder } from 'kysely';
import { readCursor, writeCursor } from './cursor.ts';
import { searchQuery } from './search-words.ts';
import type { Page, ReviewQuery, ReviewSummary, Visible } from './store.ts';
import type { Tables } from './tables.ts';
import { summaryColumns, toSummary } from './to-summary.ts';
import type { SummaryRow } from './to-summary.ts';

/** Pages are no longer than this, whatever the URL asks for. */
const longestPage = 200;
/** So many of the newest reviews are looked through first, where that may fill a page. */
const newestFirst = 100;
/** Looking through the newest costs as much as asking for so many repositories one by one. */
const fewRepositories = 8;

const facets = {
  worst_severity: ['error', 'warning', 'info', 'none'],
  approval_state: ['not-needed', 'pending', 'approved', 'rejected'],
  conclusion: ['success', 'failure', 'neutral'],
} as const;

/**
 * One page of the list. No way of filtering walks through all that is stored:
 *
 * - Facets are filtered by reading the first rows of each combination of facets that can match, along an index that
 *   starts with them (at most 48 combinations), and sorting those.
 * - Repositories in the same way, one after the other.
 * - A search, and somebody who sees many repositories, look through the newest reviews first: words that are everywhere
 *   fill a page there. What is left are rare words, which the index of words finds.
 */
export async function listReviews(
  db: Kysely<Tables>,
  query: ReviewQuery,
  visible: Visible,
): Promise<Page<ReviewSummary>> {
  const limit = Math.min(Math.max(1, Math.trunc(query.limit) || 1), longestPage);
  const rows = await selectPage(db, query, visible, limit + 1);
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  const next =
    rows.length > limit && last !== undefined
      ? writeCursor({ updatedAt: last.updated_at, id: last.review_id })
      : null;
  return { items: items.map(toSummary), next };
}

async function selectPage(
  db: Kysely<Tables>,
  query: ReviewQuery,
  visible: Visible,
  limit: number,
): Promise<readonly SummaryRow[]> {
  const repositories = await chooseRepositories(db, query, visible);
  if (repositories?.length === 0) return [];
  const before = positionCondition(query);
  const words = query.search === undefined ? null : searchQuery(query.search);
  const conditions = filterConditions(repositories, query, words);
  if (words !== null || (repositories?.length ?? 0) > fewRepositories) {
    const newest = sql`(
      select * from pull_requests as p where ${before} order by updated_at desc, id desc limit ${newestFirst}
    )`;
    const rows = await selectSummaries(db, sql`${newest} as p`, conditions, limit);
    if (rows.length === limit) return rows;
  }
  if (words === null) return selectSummaries(db, probe(repositories, query, before, limit), sql`true`, limit);
  // Materialised: the planner must not walk all reviews by time in the hope of meeting rare words soon. Only what is
  // filtered and sorted by is taken of each, because there may be many.
  const { rows } = await sql<SummaryRow>`
    with p as materialized (
      select id, repository_id, worst_severity, approval_state, conclusion, updated_at from pull_requests
      where words @@ ${words}::tsquery
    ), page as (
      select p.id from p where ${before} and ${filterConditions(repositories, query, null)}
      order by p.updated_at desc, p.id desc limit ${limit}
    )
    select ${summaryColumns} from page join pull_requests as p on p.id = page.id
    join repositories as r on r.id = p.repository_id order by p.updated_at desc, p.id desc`.execute(db);
  return rows;
}

async function selectSummaries(
  db: Kysely<Tables>,
  from: RawBuilder<unknown>,
  where: RawBuilder<unknown>,
  limit: number,
): Promise<readonly SummaryRow[]> {
  const { rows } = await sql<SummaryRow>`
    select ${summaryColumns} from ${from} join repositories as r on r.id = p.repository_id
    where ${where} order by p.updated_at desc, p.id desc limit ${limit}`.execute(db);
  return rows;
}

/** The repositories that may be on the page; null: any. */
async function chooseRepositories(
  db: Kysely<Tables>,
  query: ReviewQuery,
  visible: Visible,
): Promise<readonly number[] | null> {
  if (visible === 'all' && query.repository === undefined) return null;
  let select = db.selectFrom('repositories').select('id');
  if (query.repository !== undefined) {
    select = select.where('lookup_name', '=', query.repository.toLowerCase().replaceAll('\0', ''));
  }
  if (visible !== 'all') select = select.where(sql<boolean>`id = any(${[...visible]}::bigint[])`);
  return (await select.execute()).map(({ id }) => id);
}

function positionCondition({ after }: ReviewQuery): RawBuilder<unknown> {
  const position = after === undefined ? null : readCursor(after);
  if (position === null) return sql`true`;
  return sql`(p.updated_at, p.id) < (${position.updatedAt}::timestamptz, ${position.id}::bigint)`;
}

function chosenFacets(query: ReviewQuery) {
  return {
    worst_severity: query.severity === undefined ? facets.worst_severity : [query.severity],
    approval_state: query.approval === undefined ? facets.approval_state : [query.approval],
    conclusion: query.conclusion === undefined ? facets.conclusion : [query.conclusion],
  };
}

function hasFacets({ severity, approval, conclusion }: ReviewQuery): boolean {
  return severity !== undefined || approval !== undefined || conclusion !== undefined;
}

/** The first rows of each repository, or combination of facets, or both, in one order. */
function probe(
  repositories: readonly number[] | null,
  query: ReviewQuery,
  before: RawBuilder<unknown>,
  limit: number,
): RawBuilder<unknown> {
  const sources: RawBuilder<unknown>[] = [];
  const conditions = [before];
  if (repositories !== null) {
    sources.push(sql`unnest(${repositories}::bigint[]) as chosen_repository`);
    conditions.push(sql`p.repository_id = chosen_repository`);
  }
  if (hasFacets(query)) {
    for (const [column, values] of Object.entries(chosenFacets(query))) {
      const chosen = sql.ref(`chosen_${column}`);
      sources.push(sql`unnest(${values}::text[]) as ${chosen}`);
      conditions.push(sql`p.${sql.ref(column)} = ${chosen}`);
    }
  }
  const where = sql.join(conditions, sql` and `);
  const rows = sql`select * from pull_requests as p where ${where} order by p.updated_at desc, p.id desc limit ${limit}`;
  if (sources.length === 0) return sql`(${rows}) as p`;
  return sql`${sql.join(sources, sql` cross join `)} cross join lateral (${rows}) as p`;
}

function filterConditions(
  repositories: readonly number[] | null,
  query: ReviewQuery,
  words: string | null,
): RawBuilder<unknown> {
  const conditions = [words === null ? sql`true` : sql`p.words @@ ${words}::tsquery`];
  if (repositories !== null) conditions.push(sql`p.repository_id = any(${repositories}::bigint[])`);
  if (query.severity !== undefined) conditions.push(sql`p.worst_severity = ${query.severity}`);
  if (query.approval !== undefined) conditions.push(sql`p.approval_state = ${query.approval}`);
  if (query.conclusion !== undefined) conditions.push(sql`p.conclusion = ${query.conclusion}`);
  return sql.join(conditions, sql` and `);
}
