import { randomUUID } from 'node:crypto';
import { openStore } from '../store/open-store.ts';
import { makeUpload } from './make-upload.ts';

/**
 * A process of its own that has a store open, for tests that kill it: `node store-process.ts FOLDER WHAT`. `hold` keeps it
 * open; `save` uploads one report after the other and prints the id of each that was acknowledged; `half` writes half a
 * report; `race` says who got the folder, and keeps it a moment.
 */
const [folder = '', what = 'hold'] = process.argv.slice(2);
const say = (line: string): void => void process.stdout.write(`${line}\n`);

if (what === 'open') say('opening');
const store = await openStore({ databaseUrl: null, dataFolder: folder, now: () => new Date() }).catch(
  (error: unknown) => {
    say(error instanceof Error ? `${error.name}: ${error.message}` : String(error));
    process.exit(3);
  },
);
say('open');

if (what === 'save') {
  for (let id = 1; ; id += 1) {
    const number = 1 + (id % 3);
    say(
      (await store.saveReport(makeUpload({ repositoryId: 1, number, run: { id, attempt: 1 } }))).revisionId,
    );
  }
}
if (what === 'half') {
  await store.database.transaction().execute(async (transaction) => {
    const named = { full_name: 'acme/half', lookup_name: 'acme/half', named_at: new Date() };
    await transaction
      .insertInto('repositories')
      .values({ id: 99, ...named })
      .execute();
    const token = { id: randomUUID(), repository_id: 99, name: 'half', token_hash: 'half' };
    const times = { created_at: new Date(), last_used_at: null, revoked_at: null };
    await transaction
      .insertInto('repository_tokens')
      .values({ ...token, ...times })
      .execute();
    say('half');
    await new Promise((resolve) => setTimeout(resolve, 60_000));
  });
}
if (what === 'race') {
  await store.saveReport(makeUpload({ repositoryId: 1, number: process.pid }));
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  await store.close();
  process.exit(0);
}
if (what === 'hold') setTimeout(() => undefined, 60_000);
