import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import { hashText } from './canonical-json.ts';
import { recordRepository } from './record-repository.ts';
import { storableText } from './storable.ts';
import type { RepositoryRecord, RepositoryTokenRecord } from './store.ts';
import type { Tables } from './tables.ts';

/** A token is accepted for a while after it expired, because clocks differ; its id has to be known for longer. */
const graceMilliseconds = 60 * 60 * 1000;

/** True the first time that an id is used. */
export async function useTokenId(
  db: Kysely<Tables>,
  id: string,
  expiresAt: Date,
  now: () => Date,
): Promise<boolean> {
  return db.transaction().execute(async (transaction) => {
    await deleteExpiredTokenIds(transaction, now());
    const inserted = await transaction
      .insertInto('used_token_ids')
      .values({ id_hash: hashText(id), expires_at: expiresAt })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id_hash')
      .executeTakeFirst();
    return inserted !== undefined;
  });
}

/** Drops the ids of tokens that nobody accepts any more. */
export async function deleteExpiredTokenIds(db: Kysely<Tables>, now: Date): Promise<void> {
  const before = new Date(now.getTime() - graceMilliseconds);
  await db.deleteFrom('used_token_ids').where('expires_at', '<', before).execute();
}

const columns = ['id', 'repository_id', 'name', 'created_at', 'last_used_at'] as const;

/** Notes a token by which one repository uploads. */
export async function addRepositoryToken(
  db: Kysely<Tables>,
  token: { readonly repository: RepositoryRecord; readonly name: string; readonly tokenHash: string },
  now: () => Date,
): Promise<RepositoryTokenRecord> {
  return db.transaction().execute(async (transaction) => {
    const at = now();
    await recordRepository(transaction, token.repository, at);
    const row = await transaction
      .insertInto('repository_tokens')
      .values({
        id: randomUUID(),
        repository_id: token.repository.id,
        name: storableText(token.name),
        token_hash: token.tokenHash,
        created_at: at,
        last_used_at: null,
        revoked_at: null,
      })
      .returning(columns)
      .executeTakeFirstOrThrow();
    return toToken(row);
  });
}

/** The token of a hash, with its use noted; null when it is unknown or revoked. */
export async function useRepositoryToken(
  db: Kysely<Tables>,
  tokenHash: string,
  now: () => Date,
): Promise<RepositoryTokenRecord | null> {
  const row = await db
    .updateTable('repository_tokens')
    .set({ last_used_at: now() })
    .where('token_hash', '=', storableText(tokenHash))
    .where('revoked_at', 'is', null)
    .returning(columns)
    .executeTakeFirst();
  return row === undefined ? null : toToken(row);
}

/** The tokens of a repository that are not revoked, oldest first. */
export async function listRepositoryTokens(
  db: Kysely<Tables>,
  repositoryId: number,
): Promise<readonly RepositoryTokenRecord[]> {
  const rows = await db
    .selectFrom('repository_tokens')
    .select(columns)
    .where('repository_id', '=', repositoryId)
    .where('revoked_at', 'is', null)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return rows.map(toToken);
}

/** False when the repository has no such token, or it is revoked already. */
export async function revokeRepositoryToken(
  db: Kysely<Tables>,
  repositoryId: number,
  tokenId: string,
  now: () => Date,
): Promise<boolean> {
  const row = await db
    .updateTable('repository_tokens')
    .set({ revoked_at: now() })
    .where('id', '=', storableText(tokenId))
    .where('repository_id', '=', repositoryId)
    .where('revoked_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

interface TokenRow {
  readonly id: string;
  readonly repository_id: number;
  readonly name: string;
  readonly created_at: Date;
  readonly last_used_at: Date | null;
}

function toToken(row: TokenRow): RepositoryTokenRecord {
  return {
    id: row.id,
    repositoryId: row.repository_id,
    name: row.name,
    createdAt: row.created_at,
    lastUsedAt: row.last_used_at,
  };
}
