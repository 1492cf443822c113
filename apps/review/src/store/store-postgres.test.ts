import { MissingStoreError, openStore } from './open-store.ts';
import { startPostgres } from '../testing/start-postgres.ts';
import { describeStore } from '../testing/store.contract.ts';

describeStore('PostgreSQL', async () => {
  const server = await startPostgres();
  return {
    open: async (now) => openStore({ databaseUrl: await server.createDatabase(), dataFolder: '', now }),
    stop: () => server.stop(),
  };
});

test('a database without our tables is none, where there must be one', async () => {
  const server = await startPostgres();
  const options = { databaseUrl: server.url, dataFolder: '', now: () => new Date() };
  await expect(openStore({ ...options, mustExist: true })).rejects.toThrow(MissingStoreError);
  await (await openStore(options)).close();
  await (await openStore({ ...options, mustExist: true })).close();
  await server.stop();
});
