import { pick } from '../testing/send.ts';
import type { Received } from '../testing/send.ts';
import { startSeeded } from '../testing/seeded.ts';
import type { Seeded } from '../testing/seeded.ts';

let seeded: Seeded;
let now = 0;
beforeEach(() => {
  now = Date.parse('2026-03-01T10:00:00Z');
});
afterEach(() => seeded.gitHub.close());

const comments = '/repos/acme/serving/issues/1/comments';
const create = (token = seeded.token): Promise<Received> =>
  seeded.send({ method: 'POST', to: comments, token, body: { body: 'a' } });
const start = (limits: { contentCreationsPerMinute?: number }): Promise<Seeded> =>
  startSeeded({ limits, clock: () => new Date(now) });

test('refuses what creates more content within a minute, until the minute is over', async () => {
  seeded = await start({ contentCreationsPerMinute: 2 });
  await create();
  now += 20_000;
  const [comment] = seeded.pullRequest.comments;
  const edit = await seeded.send({
    method: 'PATCH',
    to: `/repos/acme/serving/issues/comments/${comment?.id}`,
    body: { body: 'b' },
  });
  expect(edit.status).toBe(200);
  const refused = await create();
  expect([refused.status, refused.headers.get('retry-after'), ...pick(refused, 'message')]).toEqual([
    403,
    '40',
    'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.',
  ]);
  expect(pick(refused, 'documentation_url')).toEqual([expect.stringContaining('secondary-rate-limits')]);
  expect(refused.headers.get('x-ratelimit-remaining')).not.toBe('0');
  now += 40_000;
  expect([(await create()).status, (await create()).status]).toEqual([201, 403]);
});

test('counts neither reads, deletions and queries nor what others create', async () => {
  seeded = await start({ contentCreationsPerMinute: 1 });
  const { id } = seeded.pullRequest.addComment({ author: 'bob', body: 'a' });
  await seeded.send({ to: comments });
  await seeded.send({ method: 'POST', to: '/graphql', body: { query: '{ viewer { login } }' } });
  await seeded.send({ method: 'DELETE', to: `/repos/acme/serving/issues/comments/${id}` });
  expect([(await create()).status, (await create()).status]).toEqual([201, 403]);
  const other = seeded.gitHub.addToken({
    kind: 'personal',
    user: 'bob',
    repositories: [seeded.repository],
    permissions: { issues: 'write' },
  });
  expect((await create(other)).status).toBe(201);
});

test('is off unless asked for', async () => {
  seeded = await start({});
  const statuses = await Promise.all(Array.from({ length: 100 }, async () => (await create()).status));
  expect(new Set(statuses)).toEqual(new Set([201]));
});
