import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { explainStoreErrors } from './store-errors.ts';
import { StartError } from './start-error.ts';
import { openStore, type StoreOptions } from './store/open-store.ts';

const now = (): Date => new Date();

function reasonOf(options: StoreOptions): Promise<unknown> {
  return explainStoreErrors(() => openStore(options)).catch((error: unknown) => error);
}

test('what is no PostgreSQL server is one line, also where the driver has no code for it', async () => {
  const server = createServer((socket) => void socket.on('error', () => undefined).end());
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const databaseUrl = `postgres://review:hunter2@127.0.0.1:${port}/review`;
  const error = await reasonOf({ databaseUrl, dataFolder: '', now });
  server.close();
  expect(error).toBeInstanceOf(StartError);
  expect(error).toHaveProperty('message', 'The store cannot be used: Connection terminated unexpectedly');
});

test('a database of a newer version is one line, is left as it is, and is free again', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'topodiff-newer-'));
  const options = { databaseUrl: null, dataFolder: folder, now };
  const newer = await openStore(options);
  await sql`insert into kysely_migration values ('9999-of-tomorrow', '2030')`.execute(newer.database);
  await newer.close();
  for (let attempt = 0; attempt < 2; attempt += 1) {
    const error = await reasonOf(options);
    expect(error).toBeInstanceOf(StartError);
    expect(error).toHaveProperty(
      'message',
      'The database was brought up to date by a newer topodiff (9999-of-tomorrow): update this one',
    );
  }
  rmSync(folder, { recursive: true, force: true });
}, 60_000);
