import type { Selectable } from 'kysely';
import type { Decision } from './store.ts';
import type { Database, DecisionsTable } from './tables.ts';

/** All decisions on a pull request, newest first. */
export async function selectDecisions(db: Database, reviewId: number): Promise<readonly Decision[]> {
  const rows = await db
    .selectFrom('decisions')
    .selectAll()
    .where('pull_request_id', '=', reviewId)
    .orderBy('ordinal', 'desc')
    .execute();
  return rows.map(toDecision);
}

/** A decision as the store hands it out. */
export function toDecision(row: Selectable<DecisionsTable>): Decision {
  return {
    id: row.id,
    fingerprint: row.fingerprint,
    verdict: row.verdict,
    reason: row.reason,
    login: row.login,
    userId: row.user_id,
    createdAt: row.created_at,
    revokedAt: row.revoked_at,
  };
}
