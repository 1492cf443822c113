import { pick, pickEach } from '../testing/send.ts';
import type { Received } from '../testing/send.ts';
import { startSeeded } from '../testing/seeded.ts';
import type { Seeded } from '../testing/seeded.ts';
import type { Json } from '../openapi/description.ts';

let seeded: Seeded;
beforeEach(async () => {
  seeded = await startSeeded({ clock: () => new Date('2026-03-01T10:00:00Z') });
});
afterEach(() => seeded.gitHub.close());

const checkRuns = '/repos/acme/serving/check-runs';
const annotation = { path: 'a.yaml', start_line: 3, end_line: 3, annotation_level: 'warning', message: 'No' };
const annotations = (count: number): Json => Array.from({ length: count }, () => annotation);

function create(body: Record<string, Json>, token = seeded.token): Promise<Received> {
  const required = { name: 'topodiff', head_sha: seeded.pullRequest.headSha };
  return seeded.send({ method: 'POST', to: checkRuns, token, body: { ...required, ...body } });
}

async function createId(body: Record<string, Json> = {}): Promise<string> {
  return `${checkRuns}/${String(pick(await create(body), 'id')[0])}`;
}

const withAnnotations = (count: number): Record<string, Json> => ({
  output: { title: 'Title', summary: 'Summary', annotations: annotations(count) },
});

test('starts a run, and completes it by its conclusion', async () => {
  const created = await create({ status: 'in_progress' });
  expect([
    created.status,
    ...pick(created, 'status', 'conclusion', 'completed_at', 'app.slug', 'pull_requests.0.number'),
  ]).toEqual([201, 'in_progress', null, null, 'github-actions', 1]);
  const to = `${checkRuns}/${String(pick(created, 'id')[0])}`;
  const updated = await seeded.send({ method: 'PATCH', to, body: { conclusion: 'failure' } });
  expect([updated.status, ...pick(updated, 'status', 'conclusion', 'completed_at')]).toEqual([
    200,
    'completed',
    'failure',
    '2026-03-01T10:00:00Z',
  ]);
  expect(pick(await seeded.send({ to }), 'conclusion')).toEqual(['failure']);
  expect(
    seeded.repository.checkRuns.map(({ name, conclusion, app }) => [name, conclusion, app.slug]),
  ).toEqual([['topodiff', 'failure', 'github-actions']]);
});

test('adds the annotations of an update to those that are there', async () => {
  const to = await createId(withAnnotations(50));
  const update = withAnnotations(20);
  expect(pick(await seeded.send({ method: 'PATCH', to, body: update }), 'output.annotations_count')).toEqual([
    70,
  ]);
  const second = await seeded.send({ to: `${to}/annotations?per_page=50&page=2` });
  expect(pickEach(second, 'path', 'start_line', 'annotation_level').length).toBe(20);
  expect(seeded.repository.checkRuns[0]?.annotations.length).toBe(70);
});

test('refuses the 51st annotation of a request, which is a violation too', async () => {
  const created = await create(withAnnotations(51));
  const problem = 'No more than 50 items are allowed; 51 were supplied.';
  expect([created.status, ...pick(created, 'message')]).toEqual([422, `Invalid request.\n\n${problem}`]);
  const to = await createId();
  expect((await seeded.send({ method: 'PATCH', to, body: withAnnotations(51) })).status).toBe(422);
  expect(seeded.gitHub.takeViolations()).toEqual([
    { side: 'request', method: 'POST', path: checkRuns, status: 422, problems: [problem] },
    { side: 'request', method: 'PATCH', path: to, status: 422, problems: [problem] },
  ]);
  expect(seeded.repository.checkRuns.map((run) => run.annotations.length)).toEqual([0]);
});

test('refuses a commit that it does not know', async () => {
  const unknown = 'f'.repeat(40);
  const created = await create({ head_sha: unknown });
  expect([created.status, ...pick(created, 'message')]).toEqual([422, `No commit found for SHA: ${unknown}`]);
  const ofTree = await create({ head_sha: seeded.repository.treeOf(seeded.pullRequest.headSha) });
  expect(ofTree.status).toBe(422);
  expect(seeded.repository.checkRuns).toEqual([]);
});

test.each<[string, Record<string, Json>, string]>([
  ['an unknown conclusion', { conclusion: 'passed' }, 'For \'conclusion\', "passed" is not a member of'],
  ['an unknown status', { status: 'done' }, 'For \'status\', "done" is not a member of'],
  ['an output without a summary', { output: { title: 'a' } }, "For 'output', \"summary\" wasn't supplied."],
  [
    'a long summary',
    { output: { title: 'a', summary: 'x'.repeat(65_536) } },
    "For 'output/summary', only 65535 characters",
  ],
  ['a misspelt key', { conclusions: 'success' }, '"conclusions" is not a permitted key.'],
])('refuses %s as a violation', async (_, body, problem) => {
  const created = await create(body);
  expect([created.status, ...pick(created, 'message')]).toEqual([422, expect.stringContaining(problem)]);
  expect(seeded.gitHub.takeViolations()).toHaveLength(1);
});

test.each<[string, Record<string, Json>, string]>([
  ['completed without a conclusion', { status: 'completed' }, '"conclusion" wasn\'t supplied.'],
  [
    'the conclusion that only GitHub sets',
    { conclusion: 'stale' },
    'Only GitHub sets the conclusion "stale".',
  ],
  [
    'columns over several lines',
    { output: { title: 'a', summary: 'b', annotations: [{ ...annotation, end_line: 4, start_column: 1 }] } },
    'Columns are allowed only when start_line equals end_line.',
  ],
  [
    'an annotation above the file',
    { output: { title: 'a', summary: 'b', annotations: [{ ...annotation, start_line: 0 }] } },
    'Lines 0 to 3 of a.yaml are no range.',
  ],
  [
    'an annotation of more than 64 KB',
    { output: { title: 'a', summary: 'b', annotations: [{ ...annotation, message: 'x'.repeat(65_537) }] } },
    'An annotation holds at most 64 KB of message and of raw_details.',
  ],
])('refuses %s', async (_, body, problem) => {
  const created = await create(body);
  expect([created.status, ...pick(created, 'message')]).toEqual([422, `Invalid request.\n\n${problem}`]);
});

test('belongs to the App that made it; people have no check runs', async () => {
  const { gitHub, repository } = seeded;
  const to = await createId();
  const other = gitHub.addToken({
    kind: 'app',
    app: 'other',
    repositories: [repository],
    permissions: { checks: 'write' },
  });
  const updated = await seeded.send({ method: 'PATCH', to, token: other, body: { conclusion: 'success' } });
  expect([updated.status, ...pick(updated, 'message')]).toEqual([
    403,
    expect.stringContaining('check run can only be modified by the GitHub App that created it'),
  ]);
  const personal = gitHub.addToken({
    kind: 'personal',
    user: 'alice',
    repositories: [repository],
    permissions: { checks: 'write' },
  });
  const created = await create({}, personal);
  expect([created.status, ...pick(created, 'message')]).toEqual([
    403,
    'You must authenticate via a GitHub App.',
  ]);
  expect((await seeded.send({ to: `${checkRuns}/1` })).status).toBe(404);
});

test('lists the runs of a commit: the latest of each App and name, or all', async () => {
  const { gitHub, repository, pullRequest } = seeded;
  const other = gitHub.addToken({
    kind: 'app',
    app: 'other',
    repositories: [repository],
    permissions: { checks: 'write' },
  });
  await create({ status: 'in_progress' });
  await create({ conclusion: 'success' });
  await create({ name: 'lint', conclusion: 'failure' });
  await create({ conclusion: 'neutral' }, other);
  await create({ head_sha: repository.resolve('main') ?? '' });
  const list = async (query: string, ref = pullRequest.headSha): Promise<unknown[]> => {
    const answer = await seeded.send({ to: `/repos/acme/serving/commits/${ref}/check-runs${query}` });
    const rows = pickEach({ text: JSON.stringify(pick(answer, 'check_runs')[0]) }, 'name', 'conclusion');
    return [...pick(answer, 'total_count'), ...rows.map((row) => row.join(' '))];
  };
  expect(await list('')).toEqual([3, 'topodiff neutral', 'lint failure', 'topodiff success']);
  expect(await list('?filter=all&check_name=topodiff', 'wider')).toEqual([
    3,
    'topodiff neutral',
    'topodiff success',
    'topodiff ',
  ]);
  expect(await list('?app_id=15368&per_page=1&page=2')).toEqual([2, 'topodiff success']);
  expect(await list('?status=in_progress')).toEqual([1, 'topodiff ']);
  expect((await seeded.send({ to: '/repos/acme/serving/commits/gone/check-runs' })).status).toBe(422);
});
