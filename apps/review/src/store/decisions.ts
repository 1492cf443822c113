import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import { computeApprovalState } from './required-approval.ts';
import type { RequiredApproval } from './required-approval.ts';
import { selectDecisions, toDecision } from './select-decisions.ts';
import { storableNumber, storableText } from './storable.ts';
import type { Decision, NewDecision } from './store.ts';
import type { Database, Tables } from './tables.ts';

/** A decision on a pull request that no report was stored for. */
export class UnknownReviewError extends Error {
  override readonly name = 'UnknownReviewError';
}

/**
 * Stores a decision. An earlier one of the same person on the same change is taken back by it, so that at most one of a
 * person stands.
 *
 * @throws UnknownReviewError when there is no such pull request
 */
export async function saveDecision(
  db: Kysely<Tables>,
  decision: NewDecision,
  now: () => Date,
): Promise<Decision> {
  return db.transaction().execute(async (transaction) => {
    const review = await lockReview(transaction, decision.repositoryId, decision.number);
    if (review === null) {
      throw new UnknownReviewError(
        `No report is stored for pull request ${decision.number} of repository ${decision.repositoryId}`,
      );
    }
    const at = now();
    const fingerprint = storableText(decision.fingerprint);
    await transaction
      .updateTable('decisions')
      .set({ revoked_at: at })
      .where('pull_request_id', '=', review.id)
      .where('fingerprint', '=', fingerprint)
      .where('user_id', '=', decision.userId)
      .where('revoked_at', 'is', null)
      .execute();
    const row = await transaction
      .insertInto('decisions')
      .values({
        id: randomUUID(),
        pull_request_id: review.id,
        fingerprint,
        verdict: decision.verdict,
        reason: storableText(decision.reason),
        login: storableText(decision.login),
        user_id: decision.userId,
        created_at: at,
        revoked_at: null,
      })
      .returningAll()
      .executeTakeFirstOrThrow();
    await refreshApprovalState(transaction, review);
    return toDecision(row);
  });
}

/** All decisions on a pull request, newest first; none when it is unknown. */
export async function listDecisions(
  db: Kysely<Tables>,
  repositoryId: number,
  number: number,
): Promise<readonly Decision[]> {
  const review = await db
    .selectFrom('pull_requests')
    .select('id')
    .where('repository_id', '=', storableNumber(repositoryId))
    .where('number', '=', storableNumber(number))
    .executeTakeFirst();
  return review === undefined ? [] : selectDecisions(db, review.id);
}

/** Takes a decision back; false when it is not this person's, or does not stand. */
export async function revokeDecision(
  db: Kysely<Tables>,
  decision: {
    readonly repositoryId: number;
    readonly number: number;
    readonly id: string;
    readonly userId: number;
  },
  now: () => Date,
): Promise<boolean> {
  return db.transaction().execute(async (transaction) => {
    const review = await lockReview(transaction, decision.repositoryId, decision.number);
    if (review === null) return false;
    const revoked = await transaction
      .updateTable('decisions')
      .set({ revoked_at: now() })
      .where('id', '=', storableText(decision.id))
      .where('pull_request_id', '=', review.id)
      .where('user_id', '=', decision.userId)
      .where('revoked_at', 'is', null)
      .returning('id')
      .executeTakeFirst();
    if (revoked === undefined) return false;
    await refreshApprovalState(transaction, review);
    return true;
  });
}

interface LockedReview {
  readonly id: number;
  readonly required_approvals: string;
}

/** Two decisions at once, or a decision and an upload, would each compute the state without the other. */
async function lockReview(
  transaction: Database,
  repositoryId: number,
  number: number,
): Promise<LockedReview | null> {
  const row = await transaction
    .selectFrom('pull_requests')
    .select(['id', 'required_approvals'])
    .where('repository_id', '=', storableNumber(repositoryId))
    .where('number', '=', storableNumber(number))
    .forUpdate()
    .executeTakeFirst();
  return row ?? null;
}

async function refreshApprovalState(transaction: Database, review: LockedReview): Promise<void> {
  const required = JSON.parse(review.required_approvals) as readonly RequiredApproval[];
  const state = computeApprovalState(required, await selectDecisions(transaction, review.id));
  await transaction
    .updateTable('pull_requests')
    .set({ approval_state: state })
    .where('id', '=', review.id)
    .where('approval_state', '!=', state)
    .execute();
}
