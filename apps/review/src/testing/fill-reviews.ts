import { sql } from 'kysely';
import type { SqlStore } from '../store/sql-store.ts';

/**
 * Stores so many reviews without a report each, behind those that are there: for tests of what the list costs. Their
 * repositories are 1,000,000 and the following, 50 of them; the words `serving` and `rare17` are in every one and in one.
 */
export async function fillReviews(store: SqlStore, count: number): Promise<void> {
  await store.database.transaction().execute(async (transaction) => {
    await sql`insert into repositories (id, full_name, lookup_name, named_at)
      select 1000000 + n, 'acme/fleet-' || n, 'acme/fleet-' || n, now() from generate_series(0, 49) as n
      on conflict do nothing`.execute(transaction);
    await sql`insert into pull_requests (
        repository_id, number, title, author, url, base_ref, head_ref, newest_revision_id, newest_run_id,
        newest_run_attempt, revisions, last_ordinal, head_sha, conclusion, label, changed_models, worst_severity,
        blocking_findings, gpus_base, gpus_head, approval_state, required_approvals, words, updated_at
      )
      select 1000000 + n % 50, n, 'Give serving more GPUs ' || n, 'ann', 'https://github.com/acme/fleet/pull/' || n,
        'main', 'topic-' || n, 'revision-' || n, 12345678901 + n, 1, 1, 1, repeat('a', 40),
        (array['success', 'failure', 'neutral'])[1 + n % 3], 'tp 4 GPUs → pptp 8 GPUs', 1,
        (array['error', 'warning', 'info', 'none'])[1 + n % 4], 0, 4, 8,
        case when n = 17 then 'rejected' when n % 2 = 0 then 'not-needed' else 'pending' end, '[]',
        array_to_tsvector(array['give', 'serving', 'more', 'gpus', 'ann', 'number' || n, 'rare' || n]),
        timestamptz '2026-01-01' + n * interval '1 second'
      from generate_series(1, ${count}::int) as n`.execute(transaction);
  });
}
