import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import { storableText } from './storable.ts';
import type { AuditEntry, Visible } from './store.ts';
import type { Database, Tables } from './tables.ts';

/** Adds a line to the audit log. */
export async function writeAudit(
  db: Database,
  entry: Omit<AuditEntry, 'at'>,
  now: () => Date,
): Promise<void> {
  await db
    .insertInto('audit_log')
    .values({
      at: now(),
      actor: storableText(entry.actor),
      action: storableText(entry.action),
      repository_id: entry.repositoryId,
      detail: JSON.stringify(entry.detail),
    })
    .execute();
}

/** Newest first. What belongs to no repository is for those who see all of them. */
export async function listAudit(
  db: Kysely<Tables>,
  visible: Visible,
  limit: number,
): Promise<readonly AuditEntry[]> {
  let select = db.selectFrom('audit_log').selectAll();
  if (visible !== 'all') select = select.where(sql<boolean>`repository_id = any(${[...visible]}::bigint[])`);
  const rows = await select.orderBy('id', 'desc').limit(limit).execute();
  return rows.map((row) => ({
    at: row.at,
    actor: row.actor,
    action: row.action,
    repositoryId: row.repository_id,
    detail: JSON.parse(row.detail) as AuditEntry['detail'],
  }));
}
