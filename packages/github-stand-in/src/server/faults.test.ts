import { pick } from '../testing/send.ts';
import type { Received } from '../testing/send.ts';
import { startSeeded } from '../testing/seeded.ts';
import type { Seeded } from '../testing/seeded.ts';
import { abuse, badGateway, secondaryRateLimit } from './faults.ts';

let seeded: Seeded;
beforeEach(async () => {
  seeded = await startSeeded();
});
afterEach(() => seeded.gitHub.close());

const comments = '/repos/acme/serving/issues/1/comments';
const create = (body: string): Promise<Received> =>
  seeded.send({ method: 'POST', to: comments, body: { body } });
const list = (): Promise<Received> => seeded.send({ to: `${comments}?per_page=1` });
const written = (): string[] => seeded.pullRequest.comments.map(({ body }) => body);

test('goes wrong as often as asked, for what it is on, and then no more', async () => {
  seeded.gitHub.injectFault({ on: `POST ${comments}`, answer: badGateway(), times: 2 });
  expect(seeded.gitHub.pendingFaults).toBe(2);
  const statuses = [await create('a'), await list(), await create('b'), await create('c')].map(
    ({ status }) => status,
  );
  expect(statuses).toEqual([502, 200, 502, 201]);
  expect(written()).toEqual(['c']);
  expect(seeded.gitHub.requests.map(({ fault }) => fault !== null)).toEqual([true, false, true, false]);
  expect(seeded.gitHub.pendingFaults).toBe(0);
});

test('matches a text as a whole and a pattern anywhere, first injected first used', async () => {
  seeded.gitHub.injectFault({ on: 'POST /repos/acme/serving/issues/1', answer: badGateway() });
  seeded.gitHub.injectFault({ on: /^POST .*\/comments$/, answer: { status: 500, body: {} } });
  seeded.gitHub.injectFault({ on: /comments/, answer: { status: 503, body: {} } });
  expect([(await create('a')).status, (await create('b')).status, (await create('c')).status]).toEqual([
    500, 503, 201,
  ]);
  expect(seeded.gitHub.pendingFaults).toBe(1);
});

test('limits the rate with and without a time to wait', async () => {
  seeded.gitHub.injectFault({ on: /POST/, answer: secondaryRateLimit({ retryAfter: 2 }) });
  seeded.gitHub.injectFault({ on: /POST/, answer: secondaryRateLimit() });
  const [first, second] = [await create('a'), await create('b')];
  expect([first.status, first.headers.get('retry-after'), ...pick(first, 'status')]).toEqual([
    403,
    '2',
    '403',
  ]);
  expect([second.status, second.headers.get('retry-after')]).toEqual([403, null]);
  expect(pick(second, 'message')).toEqual([expect.stringContaining('exceeded a secondary rate limit')]);
});

test('takes a request for abuse', async () => {
  seeded.gitHub.injectFault({ on: /POST/, answer: abuse() });
  const answer = await create('a');
  expect([answer.status, ...pick(answer, 'message', 'errors.0.message')]).toEqual([
    422,
    'Validation Failed',
    'was submitted too quickly',
  ]);
  expect(written()).toEqual([]);
});

test('loses the answer to a request that took effect', async () => {
  seeded.gitHub.injectFault({ on: /POST/, answer: badGateway(), afterEffect: true });
  expect((await create('a')).status).toBe(502);
  expect(written()).toEqual(['a']);
});

test('lets something happen just before, and waits', async () => {
  seeded.gitHub.injectFault({
    on: /POST/,
    delay: 50,
    before: () => {
      seeded.pullRequest.addComment({ author: 'bob', body: 'in between' });
    },
  });
  const start = performance.now();
  expect((await create('a')).status).toBe(201);
  expect(performance.now() - start).toBeGreaterThanOrEqual(45);
  expect(written()).toEqual(['in between', 'a']);
});

test('hangs up, and works on the next connection', async () => {
  seeded.gitHub.injectFault({ on: /POST/, answer: 'hang-up' });
  await expect(create('a')).rejects.toThrow('fetch failed');
  expect(seeded.gitHub.requests[0]?.status).toBeNull();
  expect((await create('b')).status).toBe(201);
  expect(written()).toEqual(['b']);
});
