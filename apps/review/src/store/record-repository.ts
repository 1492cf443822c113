import { sql } from 'kysely';
import { splitWords } from './search-words.ts';
import { storableText } from './storable.ts';
import type { RepositoryRecord } from './store.ts';
import type { Database } from './tables.ts';

/**
 * Notes a repository and its name, and holds its row until the transaction ends: what is written for one repository is
 * written one after the other.
 */
export async function recordRepository(
  transaction: Database,
  { id, fullName }: RepositoryRecord,
  now: Date,
): Promise<void> {
  const known = await transaction
    .insertInto('repositories')
    .values({ id, full_name: '', lookup_name: '', named_at: now })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ id }))
    .returning('full_name')
    .executeTakeFirstOrThrow();
  const name = storableText(fullName);
  if (known.full_name === name) return;
  await transaction
    .updateTable('repositories')
    .set({ full_name: name, lookup_name: name.toLowerCase(), named_at: now })
    .where('id', '=', id)
    .execute();
  // What was uploaded under the old name is found by the new one, too.
  if (known.full_name !== '') {
    await transaction
      .updateTable('pull_requests')
      .set({ words: sql`words || array_to_tsvector(${splitWords(name)}::text[])` })
      .where('repository_id', '=', id)
      .execute();
  }
}
