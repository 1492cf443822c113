import { gitHubLimits } from '../limits.ts';
import { listFilesBetween } from '../state/list-files-between.ts';
import { pick, pickEach } from '../testing/send.ts';
import { startSeeded } from '../testing/seeded.ts';
import type { Seeded } from '../testing/seeded.ts';

let seeded: Seeded;
afterEach(() => seeded.gitHub.close());

test('describes a pull request with the ends that it has now', async () => {
  seeded = await startSeeded();
  const { pullRequest, repository } = seeded;
  expect(
    pick(
      await seeded.send({ to: '/repos/acme/serving/pulls/1' }),
      'number',
      'base.sha',
      'base.ref',
      'head.sha',
      'head.repo.full_name',
      'user.login',
      'commits',
      'changed_files',
      'additions',
      'deletions',
    ),
  ).toEqual([
    1,
    repository.resolve('main'),
    'main',
    pullRequest.headSha,
    'acme/serving',
    'alice',
    1,
    1,
    1,
    1,
  ]);
  const pushed = repository.commit({ branch: 'wider', files: { 'new.yaml': 'a: 1\n' } });
  expect(
    pick(await seeded.send({ to: '/repos/acme/serving/pulls/1' }), 'head.sha', 'commits', 'changed_files'),
  ).toEqual([pushed, 2, 2]);
});

test('lists the files between merge base and head, not what came to the base since', async () => {
  seeded = await startSeeded();
  const { repository } = seeded;
  repository.commit({ branch: 'main', files: { 'only-on-main.yaml': 'a: 1\n' } });
  repository.commit({ branch: 'wider', files: { 'README.md': null, 'docs/README.md': 'Serving\n' } });
  expect(
    pickEach(
      await seeded.send({ to: '/repos/acme/serving/pulls/1/files' }),
      'status',
      'filename',
      'previous_filename',
      'changes',
      'patch',
    ),
  ).toEqual([
    ['renamed', 'docs/README.md', 'README.md', 0, undefined],
    [
      'modified',
      'llama/model-config.yaml',
      undefined,
      2,
      '@@ -1,2 +1,2 @@\n-minWorkers: 1\n+minWorkers: 2\n maxWorkers: 1',
    ],
  ]);
});

test('pages files by 30, by 100 at most, and ends at 3,000', async () => {
  seeded = await startSeeded({ limits: { pullRequestFiles: 130 } });
  seeded.repository.commit({
    branch: 'wider',
    files: Object.fromEntries(
      Array.from({ length: 150 }, (_, at) => [`many/${String(at).padStart(3, '0')}.yaml`, `at: ${at}\n`]),
    ),
  });
  const files = async (query: string): Promise<[number, string | null]> => {
    const answer = await seeded.send({ to: `/repos/acme/serving/pulls/1/files${query}` });
    return [pickEach(answer, 'sha').length, answer.headers.get('link')];
  };
  const link = (query: string, relation: string): string =>
    `<${seeded.gitHub.baseUrl}/repositories/${seeded.repository.id}/pulls/1/files?${query}>; rel="${relation}"`;
  expect(await files('')).toEqual([30, `${link('page=2', 'next')}, ${link('page=5', 'last')}`]);
  expect(await files('?per_page=500&page=2')).toEqual([
    30,
    `${link('per_page=500&page=1', 'prev')}, ${link('per_page=500&page=1', 'first')}`,
  ]);
  expect(await files('?per_page=100&page=3')).toEqual([
    0,
    `${link('per_page=100&page=2', 'prev')}, ${link('per_page=100&page=1', 'first')}`,
  ]);
});

test('lists 3,000 files over 30 pages, compared once', async () => {
  seeded = await startSeeded();
  const { repository } = seeded;
  const files = (value: number): Record<string, string> =>
    Object.fromEntries(
      Array.from({ length: 3_005 }, (_, at) => [
        `many/${at % 50}/${at}.yaml`,
        `at: ${at}\nvalue: ${value}\n`,
      ]),
    );
  repository.commit({ branch: 'main', files: files(1) });
  repository.commit({ branch: 'many', files: files(2) });
  const many = repository.openPullRequest({ head: 'many' });
  const names = new Set<unknown>();
  for (let page = 1; page <= 31; page += 1) {
    const to = `/repos/acme/serving/pulls/${many.number}/files?per_page=100&page=${page}`;
    const answer = await seeded.send({ to });
    for (const [name] of pickEach(answer, 'filename')) names.add(name);
    expect(answer.headers.get('link')?.includes('rel="next"')).toBe(page < 30);
  }
  expect(names.size).toBe(3_000);
  const list = () => listFilesBetween(repository, gitHubLimits, many.mergeBaseSha, many.headSha);
  expect(list()).toBe(list());
  expect(pick(await seeded.send({ to: '/repos/acme/serving/pulls/2' }), 'changed_files')).toEqual([3_005]);
});

test('leaves the patch out of binary, large and unchanged files', async () => {
  seeded = await startSeeded({ limits: { patchLines: 3 } });
  seeded.repository.commit({
    branch: 'wider',
    files: {
      'binary.dat': 'a\0b',
      'large.yaml': 'a: 1\nb: 1\nc: 1\nd: 1\n',
      'README.md': null,
      'moved/README.md': 'Serving\n',
      'small.yaml': 'a: 1\nb: 1\nc: 1\n',
    },
  });
  const answer = await seeded.send({ to: '/repos/acme/serving/pulls/1/files' });
  const rows = pickEach(answer, 'filename', 'additions', 'patch').map(([name, additions, patch]) => [
    name,
    additions,
    patch !== undefined,
  ]);
  expect(rows).toEqual([
    ['binary.dat', 0, false],
    ['large.yaml', 4, false],
    ['llama/model-config.yaml', 1, true],
    ['moved/README.md', 0, false],
    ['small.yaml', 3, true],
  ]);
});

test('reaches the head of a fork through the base repository', async () => {
  seeded = await startSeeded({ visibility: 'public' });
  const fork = seeded.repository.addFork('mallory/serving', { visibility: 'private' });
  const sha = fork.commit({ branch: 'sneaky', files: { 'llama/model-config.yaml': 'minWorkers: 9\n' } });
  seeded.repository.openPullRequest({ head: 'sneaky', headRepository: fork });
  expect(
    pick(
      await seeded.send({ to: '/repos/acme/serving/pulls/2' }),
      'head.label',
      'head.repo.fork',
      'base.repo.fork',
    ),
  ).toEqual(['mallory:sneaky', true, false]);
  expect((await seeded.send({ to: `/repos/acme/serving/git/trees/${sha}` })).status).toBe(200);
  expect((await seeded.send({ to: `/repos/mallory/serving/git/trees/${sha}` })).status).toBe(404);
});

test('has no pull request of another number', async () => {
  seeded = await startSeeded();
  const answer = await seeded.send({ to: '/repos/acme/serving/pulls/2' });
  expect([answer.status, ...pick(answer, 'message', 'status')]).toEqual([404, 'Not Found', '404']);
});
