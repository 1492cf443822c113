import type { Json } from './openapi/description.ts';
import { partOf, pick, pickEach } from './testing/send.ts';
import { startEmulateTarget, startStandInTarget } from './testing/scenario-target.ts';
import type { ScenarioTarget } from './testing/scenario-target.ts';

const repository = '/repos/alice/serving';
const comments = `${repository}/issues/1/comments`;
const checkRun = { name: 'topodiff', output: { title: 'Title', summary: 'Summary' } };
const annotation = { path: 'a.yaml', start_line: 1, end_line: 1, annotation_level: 'warning', message: 'No' };

/** What both do, asked of each alike. */
describe.each([
  ['the stand-in', startStandInTarget],
  ['emulate', startEmulateTarget],
])('%s', (_, start) => {
  let target: ScenarioTarget;
  beforeAll(async () => {
    target = await start();
  });
  afterAll(() => target.close());

  test('describes the repository and the pull request', async () => {
    expect(pick(await target.send('GET', repository), 'full_name', 'default_branch', 'private')).toEqual([
      'alice/serving',
      'main',
      false,
    ]);
    expect(
      pick(await target.send('GET', `${repository}/pulls/1`), 'number', 'head.ref', 'head.sha', 'base.ref'),
    ).toEqual([1, 'wider', target.headSha, 'main']);
  });

  test('lists a tree with its blobs, and reads one by SHA', async () => {
    const tree = await target.send('GET', `${repository}/git/trees/${target.headSha}?recursive=1`);
    const blobs = pickEach(partOf(tree, 'tree'), 'type', 'mode', 'path', 'sha').filter(
      ([type]) => type === 'blob',
    );
    // emulate sorts by alphabet, Git and the stand-in by bytes.
    expect(blobs.map(([, mode, path]) => `${String(mode)} ${String(path)}`).toSorted()).toEqual([
      '100644 README.md',
      '100644 a.yaml',
      '100644 new/b.yaml',
    ]);
    const sha = blobs.find(([, , path]) => path === 'a.yaml')?.[3];
    expect(sha).toBe('12690046c9945cca3a4106931a0882f49ffefd7a');
    const [content] = pick(await target.send('GET', `${repository}/git/blobs/${String(sha)}`), 'content');
    expect(Buffer.from(String(content), 'base64').toString('utf8')).toBe('minWorkers: 2\n');
  });

  test('reads a file at a ref', async () => {
    const file = await target.send('GET', `${repository}/contents/new/b.yaml?ref=wider`);
    expect(pick(file, 'type', 'path', 'encoding')).toEqual(['file', 'new/b.yaml', 'base64']);
    expect((await target.send('GET', `${repository}/contents/new/b.yaml?ref=main`)).status).toBe(404);
  });

  test('compares two branches', async () => {
    const comparison = await target.send('GET', `${repository}/compare/main...wider`);
    expect(pick(comparison, 'status', 'behind_by')).toEqual(['ahead', 0]);
    const files = pickEach(partOf(comparison, 'files'), 'status', 'filename', 'patch');
    // emulate writes `1,1` for a range of one line, where Git and GitHub write `1`.
    expect(
      files.map(([status, path, patch]) => [status, path, String(patch).replace(/^@@.*@@\n/, '')]),
    ).toEqual([
      ['modified', 'a.yaml', '-minWorkers: 1\n+minWorkers: 2'],
      ['added', 'new/b.yaml', '+minWorkers: 1'],
    ]);
  });

  test('writes, edits, lists and deletes a comment', async () => {
    const created = await target.send('POST', comments, { body: 'First' });
    const [id] = pick(created, 'id');
    const address = `${repository}/issues/comments/${String(id)}`;
    expect([created.status, ...pick(created, 'body')]).toEqual([201, 'First']);
    expect(pick(await target.send('PATCH', address, { body: 'Second' }), 'id', 'body')).toEqual([
      id,
      'Second',
    ]);
    expect(pickEach(await target.send('GET', comments), 'id', 'body')).toEqual([[id, 'Second']]);
    expect((await target.send('DELETE', address)).status).toBe(204);
    expect(pickEach(await target.send('GET', comments), 'id')).toEqual([]);
  });

  test('pages by 30, and by 100 at most', async () => {
    for (let at = 0; at < 105; at += 1) await target.send('POST', comments, { body: `${at}` });
    const byDefault = await target.send('GET', comments);
    expect(pickEach(byDefault, 'body').length).toBe(30);
    expect(byDefault.headers.get('link')).toMatch(/[?&]page=2\b[^>]*>; rel="next"/);
    expect(pickEach(await target.send('GET', `${comments}?per_page=500`), 'body').length).toBe(100);
    const last = await target.send('GET', `${comments}?per_page=100&page=2`);
    expect(pickEach(last, 'body').flat()).toEqual(['100', '101', '102', '103', '104']);
    expect(last.headers.get('link')).not.toMatch(/rel="next"/);
  });

  test('makes and completes a check run', async () => {
    const created = await target.send('POST', `${repository}/check-runs`, {
      ...checkRun,
      head_sha: target.headSha,
    });
    expect([created.status, ...pick(created, 'name', 'head_sha', 'status')]).toEqual([
      201,
      'topodiff',
      target.headSha,
      'queued',
    ]);
    const address = `${repository}/check-runs/${String(pick(created, 'id')[0])}`;
    const update = { status: 'completed', conclusion: 'success' };
    expect(pick(await target.send('PATCH', address, update), 'status', 'conclusion')).toEqual([
      'completed',
      'success',
    ]);
  });

  test('has no other repository, pull request or comment', async () => {
    for (const path of [
      '/repos/alice/nowhere',
      `${repository}/pulls/9`,
      `${repository}/issues/comments/999999`,
    ]) {
      expect([path, (await target.send('GET', path)).status]).toEqual([path, 404]);
    }
  });
});

/** Where the two part: the statuses are [the stand-in, emulate]. */
describe('GitHub refuses, and emulate does not:', () => {
  const longComment: Json = { body: 'x'.repeat(70_000) };
  const manyAnnotations = (headSha: string): Json => ({
    ...checkRun,
    head_sha: headSha,
    output: { ...checkRun.output, annotations: Array.from({ length: 51 }, () => annotation) },
  });
  let standIn: Awaited<ReturnType<typeof startStandInTarget>>;
  let emulate: ScenarioTarget;
  beforeAll(async () => {
    [standIn, emulate] = await Promise.all([startStandInTarget(), startEmulateTarget()]);
  });
  afterAll(async () => {
    standIn.takeViolations();
    await Promise.all([standIn.close(), emulate.close()]);
  });
  const statusesOf = (ask: (target: ScenarioTarget) => Promise<{ status: number }>): Promise<number[]> =>
    Promise.all([standIn, emulate].map(async (target) => (await ask(target)).status));

  test.each<[string, number[], (target: ScenarioTarget) => Promise<{ status: number }>]>([
    [
      '51 annotations',
      [422, 201],
      (target) => target.send('POST', `${repository}/check-runs`, manyAnnotations(target.headSha)),
    ],
    [
      'a commit that is not there',
      [422, 201],
      (target) => target.send('POST', `${repository}/check-runs`, { ...checkRun, head_sha: 'f'.repeat(40) }),
    ],
    ['a comment of 70,000 characters', [422, 201], (target) => target.send('POST', comments, longComment)],
    [
      'an unknown token',
      [401, 201],
      (target) => target.send('POST', comments, { body: 'a' }, 'nobody-issued-this'),
    ],
  ])('%s', async (_, statuses, ask) => {
    expect(await statusesOf(ask)).toEqual(statuses);
  });
});

/** What the product needs and emulate lacks, so that a new version of it shows here. */
describe('the stand-in has, and emulate does not:', () => {
  let emulate: ScenarioTarget;
  beforeAll(async () => {
    emulate = await startEmulateTarget();
  });
  afterAll(() => emulate.close());

  test('the files of a pull request', async () => {
    const standIn = await startStandInTarget();
    const path = `${repository}/pulls/1/files`;
    expect(pickEach(await standIn.send('GET', path), 'status', 'filename')).toEqual([
      ['modified', 'a.yaml'],
      ['added', 'new/b.yaml'],
    ]);
    expect(pickEach(await emulate.send('GET', path), 'status', 'filename')).not.toEqual([
      ['modified', 'a.yaml'],
      ['added', 'new/b.yaml'],
    ]);
    await standIn.close();
  });

  test('statuses and GraphQL', async () => {
    const status = await emulate.send('POST', `${repository}/statuses/${emulate.headSha}`, {
      state: 'success',
    });
    const graphql = await emulate.send('POST', '/graphql', { query: '{ viewer { login } }' });
    expect([status.status, graphql.status]).toEqual([404, 404]);
  });
});
