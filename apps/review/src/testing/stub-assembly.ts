import { setTimeout as wait } from 'node:timers/promises';
import { Router, urlencoded } from 'express';
import type { Assembly } from '../assembly.ts';
import type { Mounts } from '../mounts.ts';
import type { Store } from '../store/store.ts';

/** A store of which only the named methods may be called. */
export function stubStore(methods: Partial<Store> = {}): Store {
  const known: Partial<Store> = {
    ping: () => Promise.resolve(),
    close: () => Promise.resolve(),
    deleteOlderThan: () => Promise.resolve(0),
    ...methods,
  };
  return new Proxy(known as Store, {
    get: (target, name) => {
      if (Object.hasOwn(target, name)) return Reflect.get(target, name) as unknown;
      // A promise asks every value for `then`.
      if (name === 'then') return undefined;
      throw new Error(`the test's store has no ${String(name)}`);
    },
  });
}

/** Routes that do what tests of the frame need: answer, fail, take long, read a body, break. */
function stubMounts(): Mounts {
  const router = Router();
  router.get('/reviews/:owner/:name/:number', (_request, response) => {
    response.type('html').send('<!doctype html><p>a page</p>');
  });
  router.post('/api/reports', (request, response) => {
    response.status(request.query['known'] === undefined ? 201 : 200).json({});
  });
  router.get(['/fails', '/api/fails'], () => {
    throw new Error('the secret reason');
  });
  router.get('/slow', async (_request, response) => {
    response.write('first ');
    await wait(1_000);
    response.end('last');
  });
  router.post('/body', urlencoded({ extended: false, limit: 10 }), (_request, response) => {
    response.send('read');
  });
  router.get('/breaks', () => {
    setTimeout(() => {
      throw new Error('nobody catches this');
    });
  });
  return {
    guards: [],
    identity: [],
    routers: [router],
    errorHandlers: [],
    errorPages: null,
    answerLine: (request, response, status, line) => {
      if (request.originalUrl.startsWith('/api/')) response.status(status).json({ error: line });
      else response.status(status).type('html').send(`<p>${line}</p>`);
    },
  };
}

/** Parts of a service without a database, an account or a page. */
export function stubAssembly(store: Store = stubStore()): Assembly {
  return {
    openStore: () => Promise.resolve(store),
    createGithubAccess: () => ({
      readableRepositories: () => Promise.resolve(new Set()),
      permissionIn: () => Promise.resolve('none'),
      isMemberOf: () => Promise.resolve(false),
    }),
    createMounts: stubMounts,
    backupStore: () => Promise.resolve(0),
    restoreStore: () => Promise.resolve(0),
  };
}
