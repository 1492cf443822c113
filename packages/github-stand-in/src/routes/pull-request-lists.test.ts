import { pick, pickEach } from '../testing/send.ts';
import { startSeeded } from '../testing/seeded.ts';
import type { Seeded } from '../testing/seeded.ts';

let seeded: Seeded;
let now: string;
beforeEach(async () => {
  now = '2026-03-01T10:00:00Z';
  seeded = await startSeeded({ visibility: 'public', clock: () => new Date(now) });
});
afterEach(() => seeded.gitHub.close());

const numbers = async (to: string): Promise<unknown[]> =>
  pickEach(await seeded.send({ to: `/repos/${to}` }), 'number').flat();
const pulls = (query: string): Promise<unknown[]> => numbers(`acme/serving/pulls${query}`);

test('lists open pull requests, newest first, by state, base and head', async () => {
  const { repository, pullRequest } = seeded;
  repository.setBranch('release', 'main');
  const fork = repository.addFork('mallory/serving');
  for (const branch of ['second', 'third', 'fourth']) {
    repository.commit({ branch, files: { [`${branch}.yaml`]: 'a: 1\n' } });
  }
  fork.commit({ branch: 'wider', files: { 'fork.yaml': 'a: 1\n' } });
  now = '2026-03-01T11:00:00Z';
  repository.openPullRequest({ head: 'second', base: 'release' });
  repository.openPullRequest({ head: 'wider', headRepository: fork });
  repository.openPullRequest({ head: 'third' }).close();
  repository.openPullRequest({ head: 'fourth' }).merge();
  now = '2026-03-01T12:00:00Z';
  pullRequest.addComment({ author: 'bob', body: 'Later' });

  expect(await pulls('')).toEqual([3, 2, 1]);
  expect(await pulls('?state=closed')).toEqual([5, 4]);
  expect(await pulls('?state=all&direction=asc')).toEqual([1, 2, 3, 4, 5]);
  expect(await pulls('?base=release')).toEqual([2]);
  expect(await pulls('?head=acme:wider')).toEqual([1]);
  expect(await pulls('?head=Mallory:wider')).toEqual([3]);
  expect(await pulls('?head=wider')).toEqual([3, 2, 1]);
  expect(await pulls('?sort=updated')).toEqual([2, 3, 1]);
  expect(await pulls('?sort=popularity&direction=desc')).toEqual([1, 3, 2]);
  const page = await seeded.send({ to: '/repos/acme/serving/pulls?state=all&per_page=2&page=2' });
  expect([pickEach(page, 'number').flat(), page.headers.get('link')]).toEqual([
    [3, 2],
    expect.stringContaining('page=3>; rel="next"'),
  ]);
});

test('tells of a pull request what became of it, and keeps its ends', async () => {
  const { repository, pullRequest } = seeded;
  const { headSha, baseSha } = pullRequest;
  now = '2026-03-01T11:00:00Z';
  const merge = pullRequest.merge({ author: 'bob' });
  repository.commit({ branch: 'wider', files: { 'late.yaml': 'a: 1\n' } });
  const answer = await seeded.send({ to: '/repos/acme/serving/pulls/1' });
  expect(
    pick(
      answer,
      'state',
      'merged',
      'merged_by.login',
      'merged_at',
      'closed_at',
      'merge_commit_sha',
      'head.sha',
      'base.sha',
    ),
  ).toEqual(['closed', true, 'bob', '2026-03-01T11:00:00Z', '2026-03-01T11:00:00Z', merge, headSha, baseSha]);
  expect(repository.store.readCommit(merge)?.parents).toEqual([baseSha, headSha]);
  expect(pick(await seeded.send({ to: '/repos/acme/serving' }), 'open_issues_count')).toEqual([0]);
});

test('finds the pull requests that bring a commit', async () => {
  const { repository, pullRequest } = seeded;
  const early = pullRequest.headSha;
  const late = repository.commit({ branch: 'wider', files: { 'late.yaml': 'a: 1\n' } });
  repository.commit({ branch: 'closed', from: 'wider', files: { 'closed.yaml': 'a: 1\n' } });
  repository.openPullRequest({ head: 'closed' }).close();
  const ofCommit = (revision: string): Promise<unknown[]> =>
    numbers(`acme/serving/commits/${revision}/pulls`);
  expect([await ofCommit(early), await ofCommit(late), await ofCommit('wider')]).toEqual([[1], [1], [1]]);
  expect(await ofCommit('main')).toEqual([]);

  repository.commit({ branch: 'main', files: { 'other.yaml': 'a: 1\n' } });
  const merge = pullRequest.merge();
  repository.commit({ branch: 'open', from: early, files: { 'open.yaml': 'a: 1\n' } });
  repository.openPullRequest({ head: 'open' });
  expect([await ofCommit(late), await ofCommit(merge)]).toEqual([[1], [1]]);
  const unknown = await seeded.send({ to: `/repos/acme/serving/commits/${'f'.repeat(40)}/pulls` });
  expect([unknown.status, ...pick(unknown, 'message')]).toEqual([
    422,
    `No commit found for SHA: ${'f'.repeat(40)}`,
  ]);
});

test('finds the pull request of a fork through the fork, and not through its base', async () => {
  const fork = seeded.repository.addFork('mallory/serving');
  const sha = fork.commit({ branch: 'sneaky', files: { 'a.yaml': 'a: 1\n' } });
  seeded.repository.openPullRequest({ head: 'sneaky', headRepository: fork });
  expect(await numbers(`acme/serving/commits/${sha}/pulls`)).toEqual([]);
  expect(await numbers(`mallory/serving/commits/${sha}/pulls`)).toEqual([2]);
  expect(await pulls('?head=mallory:sneaky')).toEqual([2]);
});

test('lists the commits of a pull request with the accounts of who made them, up to 250', async () => {
  const { repository } = seeded;
  repository.commit({ branch: 'main', files: { 'not-ours.yaml': 'a: 1\n' } });
  repository.commit({ branch: 'wider', files: { 'a.yaml': '1\n' }, author: 'alice', committer: 'web-flow' });
  repository.commit({ branch: 'wider', files: { 'a.yaml': '2\n' }, author: null, committer: 'bob' });
  const rows = [
    ['acme', 'acme', 'acme', 1],
    ['alice', 'web-flow', 'alice', 1],
    [undefined, 'bob', 'Somebody', 1],
  ];
  const fields = ['author.login', 'committer.login', 'commit.author.name', 'parents.length'] as const;
  expect(pickEach(await seeded.send({ to: '/repos/acme/serving/pulls/1/commits' }), ...fields)).toEqual(rows);
  const compared = await seeded.send({ to: '/repos/acme/serving/compare/main...wider' });
  expect(pick(compared, 'commits.1.author.login', 'commits.1.committer.login', 'commits.2.author')).toEqual([
    'alice',
    'web-flow',
    null,
  ]);

  for (let at = 0; at < 260; at += 1) {
    repository.commit({ branch: 'wider', files: { 'a.yaml': `again ${at}\n` } });
  }
  const sizes = await Promise.all(
    [1, 2, 3, 4].map(async (page) => {
      const to = `/repos/acme/serving/pulls/1/commits?per_page=100&page=${page}`;
      return pickEach(await seeded.send({ to }), 'sha').length;
    }),
  );
  expect(sizes).toEqual([100, 100, 50, 0]);
});
