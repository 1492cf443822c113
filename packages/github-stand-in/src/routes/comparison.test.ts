import { pick } from '../testing/send.ts';
import type { Received } from '../testing/send.ts';
import { startSeeded } from '../testing/seeded.ts';
import type { Seeded } from '../testing/seeded.ts';

let seeded: Seeded;
afterEach(() => seeded.gitHub.close());

const compare = (basehead: string): Promise<Received> =>
  seeded.send({ to: `/repos/acme/serving/compare/${basehead}` });

test('compares with the merge base and says how far the ends are apart', async () => {
  seeded = await startSeeded();
  const { repository } = seeded;
  const mergeBase = repository.resolve('main');
  repository.commit({ branch: 'main', files: { 'only-on-main.yaml': 'a: 1\n' } });
  const fields = [
    'merge_base_commit.sha',
    'status',
    'ahead_by',
    'behind_by',
    'total_commits',
    'files.length',
  ];
  expect(pick(await compare('main...wider'), ...fields)).toEqual([mergeBase, 'diverged', 1, 1, 1, 1]);
  expect(pick(await compare(`${mergeBase}...wider`), ...fields)).toEqual([mergeBase, 'ahead', 1, 0, 1, 1]);
  expect(pick(await compare(`wider...${mergeBase}`), ...fields)).toEqual([mergeBase, 'behind', 0, 1, 0, 0]);
  expect(pick(await compare(`${mergeBase}...${mergeBase}`), ...fields)).toEqual([
    mergeBase,
    'identical',
    0,
    0,
    0,
    0,
  ]);
});

test('compares across forks and with names that hold slashes', async () => {
  seeded = await startSeeded();
  const fork = seeded.repository.addFork('mallory/serving');
  const sha = fork.commit({ branch: 'feature/one', files: { a: '1' } });
  expect(pick(await compare('main...mallory:feature/one'), 'commits.0.sha', 'files.0.filename')).toEqual([
    sha,
    'a',
  ]);
  expect(pick(await compare('main...mallory:serving:feature%2Fone'), 'commits.0.sha')).toEqual([sha]);
});

test('lists 300 files, and 250 commits unless a page is asked for', async () => {
  seeded = await startSeeded({ limits: { compareFiles: 2, compareCommits: 3 } });
  const shas = ['a', 'b', 'c', 'd'].map((path) =>
    seeded.repository.commit({ branch: 'wider', files: { [path]: '1' } }),
  );
  const all = await compare('main...wider');
  expect(pick(all, 'files.length', 'total_commits', 'commits.length', 'commits.2.sha')).toEqual([
    2,
    5,
    3,
    shas[3],
  ]);
  const paged = await compare('main...wider?per_page=2&page=2');
  expect(pick(paged, 'files.length', 'commits.0.sha', 'commits.1.sha')).toEqual([0, shas[1], shas[2]]);
  expect(paged.headers.get('link')).toMatch(/page=3>; rel="next"/);
});

test('answers 404 for ends that are not there or have no common history', async () => {
  seeded = await startSeeded();
  const other = seeded.gitHub.addRepository('other/serving');
  other.commit({ branch: 'main', files: { a: '1' } });
  for (const basehead of [
    'main...nowhere',
    'main..wider',
    'main',
    'main...other:main',
    `main...${'0'.repeat(40)}`,
  ]) {
    expect([basehead, (await compare(basehead)).status]).toEqual([basehead, 404]);
  }
});
