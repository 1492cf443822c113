import { pauseBetweenWritesMs, spaceWrites } from './space-writes.ts';
import { respond, scriptedClient } from './testing/scripted-client.ts';

/** A client with a clock of its own, on which a request takes `requestMs` and a wait as long as it is. */
function setUp(requestMs = 0, fail: (route: string) => boolean = () => false) {
  let time = 5_000;
  const sent: [string, number][] = [];
  const scripted = scriptedClient((route) => {
    sent.push([route, time]);
    time += requestMs;
    if (fail(route)) throw new Error('lost');
    return respond(200, null);
  });
  const client = spaceWrites(
    {
      ...scripted,
      sleep: (milliseconds) => {
        time += milliseconds;
        return Promise.resolve();
      },
    },
    () => time,
  );
  return { client, sent };
}

test('writes wait for the one before, and a second from its start', async () => {
  const { client, sent } = setUp(300);
  await Promise.all(['POST /a', 'PATCH /b', 'PUT /c'].map((route) => client.request(route, {})));
  expect(sent).toEqual([
    ['POST /a', 5_000],
    ['PATCH /b', 6_000],
    ['PUT /c', 7_000],
  ]);
  expect(pauseBetweenWritesMs).toBe(1_000);
});

test('a write that took longer than the pause is followed at once', async () => {
  const { client, sent } = setUp(4_000);
  await client.request('POST /a', {});
  await client.request('POST /b', {});
  expect(sent.map(([, at]) => at)).toEqual([5_000, 9_000]);
});

test('reads and queries are not held up', async () => {
  const { client, sent } = setUp();
  await client.request('POST /a', {});
  await client.request('GET /b', {});
  await client.graphql('query { viewer { login } }', {});
  expect(sent.map(([, at]) => at)).toEqual([5_000, 5_000, 5_000]);
});

test('one that fails does not stop the next', async () => {
  const { client, sent } = setUp(0, (route) => route === 'POST /a');
  const results = await Promise.allSettled([client.request('POST /a', {}), client.request('POST /b', {})]);
  expect(results.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
  expect(sent).toEqual([
    ['POST /a', 5_000],
    ['POST /b', 6_000],
  ]);
});
