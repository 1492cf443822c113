import type { Kysely } from 'kysely';
import { storableText } from './storable.ts';
import type { SessionRecord } from './store.ts';
import type { Tables } from './tables.ts';

/** Stores a session, and drops those that have expired: nothing else may do so where reports are kept for ever. */
export async function saveSession(
  db: Kysely<Tables>,
  session: SessionRecord,
  now: () => Date,
): Promise<void> {
  const values = {
    token_hash: session.tokenHash,
    user_id: session.userId,
    login: storableText(session.login),
    encrypted_token: session.encryptedToken,
    csrf_token: session.csrfToken,
    expires_at: session.expiresAt,
  };
  await db.transaction().execute(async (transaction) => {
    await deleteExpiredSessions(transaction, now());
    await transaction
      .insertInto('sessions')
      .values(values)
      .onConflict((conflict) => conflict.column('token_hash').doUpdateSet(values))
      .execute();
  });
}

/** Null when it is unknown or has expired. */
export async function findSession(
  db: Kysely<Tables>,
  tokenHash: string,
  now: () => Date,
): Promise<SessionRecord | null> {
  const row = await db
    .selectFrom('sessions')
    .selectAll()
    .where('token_hash', '=', storableText(tokenHash))
    .where('expires_at', '>', now())
    .executeTakeFirst();
  if (row === undefined) return null;
  return {
    tokenHash: row.token_hash,
    userId: row.user_id,
    login: row.login,
    encryptedToken: row.encrypted_token,
    csrfToken: row.csrf_token,
    expiresAt: row.expires_at,
  };
}

/** Signs a person out. */
export async function deleteSession(db: Kysely<Tables>, tokenHash: string): Promise<void> {
  await db.deleteFrom('sessions').where('token_hash', '=', storableText(tokenHash)).execute();
}

/** Drops the sessions that have expired. */
export async function deleteExpiredSessions(db: Kysely<Tables>, now: Date): Promise<void> {
  await db.deleteFrom('sessions').where('expires_at', '<=', now).execute();
}
