import type { Json } from '../openapi/description.ts';
import { partOf, pick, pickEach } from '../testing/send.ts';
import type { Received } from '../testing/send.ts';
import { startSeeded } from '../testing/seeded.ts';
import type { Seeded } from '../testing/seeded.ts';

let seeded: Seeded;
afterEach(() => seeded.gitHub.close());

const create = (body: Json, sha = seeded.pullRequest.headSha): Promise<Received> =>
  seeded.send({ method: 'POST', to: `/repos/acme/serving/statuses/${sha}`, body });

test('combines the latest status of each context', async () => {
  seeded = await startSeeded();
  const combined = (): Promise<Received> => seeded.send({ to: '/repos/acme/serving/commits/wider/status' });
  expect(pick(await combined(), 'state', 'total_count')).toEqual(['pending', 0]);
  const created = await create({ state: 'pending', context: 'topodiff/topology', description: 'Reading' });
  expect([created.status, ...pick(created, 'creator.login', 'target_url')]).toEqual([
    201,
    'github-actions[bot]',
    null,
  ]);
  await create({ state: 'success', context: 'topodiff/topology' });
  await create({ state: 'success' });
  const success = await combined();
  expect(pick(success, 'state', 'total_count')).toEqual(['success', 2]);
  expect(pickEach(partOf(success, 'statuses'), 'context', 'state')).toEqual([
    ['topodiff/topology', 'success'],
    ['default', 'success'],
  ]);
  await create({ state: 'error', context: 'other' });
  expect(pick(await combined(), 'state')).toEqual(['failure']);
  expect(
    pickEach(await seeded.send({ to: '/repos/acme/serving/commits/wider/statuses' }), 'context', 'state'),
  ).toEqual([
    ['other', 'error'],
    ['default', 'success'],
    ['topodiff/topology', 'success'],
    ['topodiff/topology', 'pending'],
  ]);
  expect(seeded.repository.statuses.map(({ state }) => state)).toEqual([
    'pending',
    'success',
    'success',
    'error',
  ]);
});

test('refuses an unknown commit, a long description, and more statuses than a context holds', async () => {
  seeded = await startSeeded({ limits: { statusesPerContext: 2 } });
  const unknown = '0'.repeat(40);
  const onUnknown = await create({ state: 'success' }, unknown);
  expect([onUnknown.status, ...pick(onUnknown, 'message')]).toEqual([
    422,
    `No commit found for SHA: ${unknown}`,
  ]);
  const long = await create({ state: 'success', description: 'x'.repeat(141) });
  expect([long.status, ...pick(long, 'errors.0.message')]).toEqual([
    422,
    'description is too long (maximum is 140 characters)',
  ]);
  await create({ state: 'success' });
  await create({ state: 'failure' });
  const third = await create({ state: 'success' });
  expect([third.status, ...pick(third, 'errors.0.message')]).toEqual([
    422,
    'This SHA and context has reached the maximum number of statuses.',
  ]);
  expect((await create({ state: 'success', context: 'other' })).status).toBe(201);
  expect((await seeded.send({ to: '/repos/acme/serving/commits/nowhere/status' })).status).toBe(404);
});

test('refuses a state that GitHub does not have, as a violation', async () => {
  seeded = await startSeeded();
  const created = await create({ state: 'passed' });
  expect(created.status).toBe(422);
  expect(seeded.gitHub.takeViolations().map(({ problems }) => problems)).toEqual([
    ['For \'state\', "passed" is not a member of ["error","failure","pending","success"].'],
  ]);
});
