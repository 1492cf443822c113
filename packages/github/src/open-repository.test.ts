import { startGitHubStandIn, submodule, symbolicLink } from '@topodiff/github-stand-in';
import type { GitHubStandIn, Repository } from '@topodiff/github-stand-in';
import { loadTextAt, openRepository } from './open-repository.ts';
import type { ReviewRange } from './review-range.ts';
import { connectTo } from './testing/connect-to.ts';

let gitHub: GitHubStandIn;
let repository: Repository;
let first: string;

beforeEach(async () => {
  gitHub = await startGitHubStandIn();
  repository = gitHub.addRepository('acme/serving');
  first = repository.commit({ branch: 'main', files: { 'a.yaml': 'a: 1\n' } });
});
afterEach(() => gitHub.close());

const decode = (base64: string) => ({
  text: Buffer.from(base64, 'base64').toString(),
  hasInvalidUtf8: false,
});

async function open(range: Partial<ReviewRange>, permission: 'read' | 'none' = 'read') {
  const token = gitHub.addToken({ kind: 'actions', repository, permissions: { contents: permission } });
  return openRepository(
    connectTo(gitHub, token),
    {
      owner: 'acme',
      repo: 'serving',
      number: 1,
      baseRef: 'main',
      baseSha: first,
      headRef: 'topic',
      headSha: repository.resolve('topic') ?? '',
      start: 'merge-base',
      ...range,
    },
    decode,
  );
}

async function view(range: Partial<ReviewRange> = {}) {
  const opened = await open(range);
  if (opened.kind === 'failed') throw new Error(opened.error.message);
  return opened.view;
}

const shas = async (range: Partial<ReviewRange> = {}) => {
  const { base, head, tip, commitsBehind } = await view(range);
  return [base.sha, head.sha, tip.sha, commitsBehind];
};

test('compares a pull request with where it branched off, and knows the live tip', async () => {
  const head = repository.commit({ branch: 'topic', files: { 'a.yaml': 'a: 2\n' } });
  repository.commit({ branch: 'main', files: { b: '1' } });
  const tip = repository.commit({ branch: 'main', files: { b: '2' } });
  expect(await shas()).toEqual([first, head, tip, 2]);
});

test('compares a push with what was there before', async () => {
  const head = repository.commit({ branch: 'main', files: { b: '1' } });
  expect(await shas({ start: 'base', headSha: head })).toEqual([first, head, head, 0]);
});

test('a base branch that is gone: what the event names stands for its tip', async () => {
  const base = repository.commit({ branch: 'release', files: { b: '1' } });
  const head = repository.commit({ branch: 'topic', from: 'release', files: { b: '2' } });
  repository.deleteBranch('release');
  expect(await shas({ baseRef: 'release', baseSha: base })).toEqual([base, head, base, 0]);
});

test.each(['feature/x', 'release/2026.1#a', 'a%2Fb', 'ü+&=?', 'heads/main', '😀'])(
  'the base branch %s is found by its name',
  async (baseRef) => {
    const tip = repository.commit({ branch: baseRef, files: { b: '1' } });
    const head = repository.commit({ branch: 'topic', files: { 'a.yaml': 'a: 2\n' } });
    expect(await shas({ baseRef })).toEqual([first, head, tip, 1]);
  },
);

test('reads a tree once where two commits are one', async () => {
  repository.commit({ branch: 'topic', files: { 'a.yaml': 'a: 2\n' } });
  await view();
  const trees = gitHub.requests.filter(({ path }) => path.includes('/git/trees/'));
  expect(trees.length).toBe(2);
});

test.each([
  [
    'a link',
    symbolicLink('../../etc/passwd'),
    'it is a symbolic link to ../../etc/passwd, which is not followed',
  ],
  ['a submodule', submodule('1'.repeat(40)), 'it is a submodule'],
])('a policy that is %s is not read', async (_, content, detail) => {
  repository.commit({ branch: 'main', files: { '.topodiff.yaml': content } });
  repository.commit({ branch: 'topic', files: { b: '1' } });
  const opened = await view();
  expect(await loadTextAt(opened, opened.tip, '.topodiff.yaml')).toMatchObject({
    kind: 'unreadable',
    detail,
  });
});

test('a policy that is a folder, and paths that lead out, are not read', async () => {
  repository.commit({ branch: 'main', files: { '.topodiff.yaml/x': '1' } });
  repository.commit({ branch: 'topic', files: { b: '1' } });
  const opened = await view();
  expect(await loadTextAt(opened, opened.tip, '.topodiff.yaml')).toMatchObject({
    detail: 'it is a directory',
  });
  for (const path of ['../a.yaml', './a.yaml', '/a.yaml', 'b/../a.yaml', '', 'constructor', '__proto__'])
    expect(await loadTextAt(opened, opened.tip, path)).toBe(null);
});

test('a policy of more than 12 MB is not downloaded', async () => {
  repository.commit({ branch: 'main', files: { '.topodiff.yaml': 'x'.repeat(12 * 1024 * 1024 + 1) } });
  repository.commit({ branch: 'topic', files: { b: '1' } });
  const opened = await view();
  expect(await loadTextAt(opened, opened.tip, '.topodiff.yaml')).toMatchObject({ reason: 'too-large' });
  expect(gitHub.requests.filter(({ path }) => path.includes('/git/blobs/'))).toEqual([]);
});

test('what GitHub refuses is a value', async () => {
  repository.commit({ branch: 'topic', files: { b: '1' } });
  expect(await open({}, 'none')).toMatchObject({
    kind: 'failed',
    error: {
      message:
        'cannot find the tip of the base branch: GitHub answered 403 "Resource not accessible by integration"; the token needs "contents: read"',
    },
  });
  expect(await open({ headSha: 'f'.repeat(40) })).toMatchObject({
    error: {
      message:
        'cannot find the merge base: GitHub answered 404 "Not Found"; it does not exist, or the token needs "contents: read"',
    },
  });
});
