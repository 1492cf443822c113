import { openStore } from './open-store.ts';
import { startPostgres } from '../testing/start-postgres.ts';
import { describeStore } from '../testing/store.contract.ts';

describeStore('PostgreSQL', async () => {
  const server = await startPostgres();
  return {
    open: async (now) => openStore({ databaseUrl: await server.createDatabase(), dataFolder: '', now }),
    stop: () => server.stop(),
  };
});
