import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import { deleteExpiredSessions } from './sessions.ts';
import type { Tables } from './tables.ts';
import { deleteExpiredTokenIds } from './tokens.ts';

/** Deletes reports that are older than so many days and no pull request's newest, and what has expired. */
export async function deleteOlderThan(db: Kysely<Tables>, days: number, now: () => Date): Promise<number> {
  const at = now();
  const before = new Date(at.getTime() - days * 24 * 60 * 60 * 1000);
  return db.transaction().execute(async (transaction) => {
    await deleteExpiredSessions(transaction, at);
    await deleteExpiredTokenIds(transaction, at);
    // Locked first: an upload that makes one of these revisions the newest no more is waited for.
    const { rows } = await sql<{ deleted: number }>`
      with gone as (
        delete from revisions as v using pull_requests as p
        where p.id = v.pull_request_id and v.created_at < ${before} and v.id <> p.newest_revision_id
        returning v.pull_request_id
      ), counts as (
        select pull_request_id, count(*)::int as amount from gone group by pull_request_id
      ), updated as (
        update pull_requests as p set revisions = p.revisions - counts.amount
        from counts where p.id = counts.pull_request_id
      )
      select count(*)::int as deleted from gone`.execute(transaction);
    return rows[0]?.deleted ?? 0;
  });
}
