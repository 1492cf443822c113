import { once } from 'node:events';
import { createServer } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { createLogger } from './log.ts';
import { startServer, type RunningServer } from './server.ts';
import type { Store } from './store/store.ts';
import { stubAssembly, stubStore } from './testing/stub-assembly.ts';
import { usableConfiguration } from './testing/usable-configuration.ts';

const patience = { headers: 200, request: 400, stop: 300 };
const running: RunningServer[] = [];

afterEach(async () => {
  for (const server of running.splice(0)) await server.stop();
});

async function start(environment: Readonly<Record<string, string>> = {}, methods: Partial<Store> = {}) {
  const { configuration, operations } = usableConfiguration({ TOPODIFF_PORT: '0', ...environment });
  const server = await startServer({
    configuration,
    operations,
    patience,
    assembly: stubAssembly(stubStore(methods)),
    logger: createLogger('silent'),
    now: () => new Date(),
    fetch,
  });
  running.push(server);
  return server;
}

test('it answers at the address it tells, and stops for good', async () => {
  let closings = 0;
  const close = () => Promise.resolve(void (closings += 1));
  const server = await start({}, { close });
  expect(await (await fetch(`${server.url}/healthz`)).text()).toBe('ok\n');
  await Promise.all([server.stop(), server.stop()]);
  expect(closings).toBe(1);
  await expect(fetch(`${server.url}/healthz`)).rejects.toThrow('fetch failed');
});

test('the address that was made from port 0 has the real one', async () => {
  const { url } = await start();
  const { servers } = (await (await fetch(`${url}/api/openapi.json`)).json()) as {
    servers: { url: string }[];
  };
  expect(servers).toEqual([{ url }]);
});

test('a port that is taken is one line', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;
  await expect(start({ TOPODIFF_PORT: String(port) })).rejects.toThrow(
    `port ${port} is taken; stop what listens there, or choose another port`,
  );
  other.close();
});

test('a client that does not finish its headers is cut off', async () => {
  const { url } = await start();
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  socket.write('GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: ');
  expect(await text(socket)).toMatch(/^HTTP\/1\.1 408 /);
});

test('a request that takes longer than the patience does not hold the stop', async () => {
  const server = await start();
  const answer = await fetch(`${server.url}/slow`); // its end would come after a second
  const begin = performance.now();
  await server.stop();
  expect(performance.now() - begin).toBeLessThan(900);
  await expect(answer.text()).rejects.toThrow();
});

test('old reports are deleted at the start, and without a limit only what has expired', async () => {
  const asked: number[] = [];
  const deleteOlderThan = (days: number) => Promise.resolve(asked.push(days));
  await start({ TOPODIFF_RETENTION_DAYS: '90' }, { deleteOlderThan });
  await start({}, { deleteOlderThan });
  expect(asked).toEqual([90, 36_500]);
});

test('a store that cannot delete does not keep the service from serving', async () => {
  const deleteOlderThan = () => Promise.reject(new Error('disk full'));
  const { url } = await start({}, { deleteOlderThan });
  expect((await fetch(`${url}/healthz`)).status).toBe(200);
});

describe('a local review', () => {
  const review = (script: string) => ({
    TOPODIFF_LOCAL_REVIEW: JSON.stringify({
      command: [process.execPath, '-e', script],
      folder: '/',
      repository: 'local/serving',
      number: 1,
      title: 'wider',
      author: 'ada',
      baseRef: 'main',
      headRef: 'wider',
    }),
  });

  test('is loaded at the start, and again on ?refresh=1 when it is another one', async () => {
    const saved: unknown[] = [];
    const saveReport: Store['saveReport'] = ({ run, report, uploadedBy }) => {
      saved.push({ attempt: run.attempt, report, uploadedBy });
      return Promise.resolve({ kind: 'stored', revisionId: '1' });
    };
    const script = 'console.log(JSON.stringify({ second: Math.floor(performance.timeOrigin / 1000) }))';
    const { url } = await start(review(script), { saveReport });
    expect(saved).toHaveLength(1);
    expect(saved[0]).toMatchObject({ attempt: 1, uploadedBy: 'local' });
    await new Promise((settle) => setTimeout(settle, 1_100));
    const page = `${url}/reviews/local/serving/1`;
    const options = { redirect: 'manual' } as const;
    const foreign = await fetch(`${page}?refresh=1`, {
      ...options,
      headers: { 'Sec-Fetch-Site': 'cross-site' },
    });
    expect(foreign.status).toBe(303);
    expect(saved).toHaveLength(1);
    const answer = await fetch(`${page}?revision=2&refresh=1`, options);
    expect(answer.headers.get('location')).toBe('/reviews/local/serving/1?revision=2');
    expect(saved).toHaveLength(2);
  });

  test('that cannot be read is the line of its command, and closes the store', async () => {
    let isClosed = false;
    const close = () => Promise.resolve(void (isClosed = true));
    const script = 'console.error("topodiff: git knows no revision nope\\nat line 2"); process.exit(2)';
    await expect(start(review(script), { close })).rejects.toThrow(/^git knows no revision nope$/);
    expect(isClosed).toBe(true);
  });

  test('that the store refuses is one line', async () => {
    const saveReport = () => Promise.reject(new Error('formatVersion: expected 2'));
    await expect(start(review('console.log("{}")'), { saveReport })).rejects.toThrow(
      'the command printed no report that this version of the service reads',
    );
  });
});
