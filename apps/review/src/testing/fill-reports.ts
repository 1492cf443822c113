import { sql } from 'kysely';
import type { Report } from '@topodiff/report';
import { hashText } from '../store/canonical-json.ts';
import { extractFleet } from '../store/fleet-extract.ts';
import type { SqlStore } from '../store/sql-store.ts';
import { fillReviews } from './fill-reviews.ts';

/**
 * Stores so many reviews like `fillReviews`, each with one report, which is the same in all. Far faster than uploads, and
 * nothing checks the report: for measurements of large stores only.
 */
export async function fillReports(store: SqlStore, count: number, report: Report): Promise<void> {
  await fillReviews(store, count);
  const text = JSON.stringify(report);
  await sql`insert into revisions (
      id, pull_request_id, ordinal, run_id, run_attempt, sha256, report, fleet, head_sha, base_sha, conclusion,
      uploaded_by, created_at
    )
    select newest_revision_id, id, 1, newest_run_id, 1, ${hashText(text)}, ${text},
      ${JSON.stringify(extractFleet(report))}, head_sha, repeat('b', 40), conclusion, 'oidc', updated_at
    from pull_requests`.execute(store.database);
  // A server does it by itself sooner or later, the embedded database when it is opened.
  await sql`vacuum analyze`.execute(store.database);
}
