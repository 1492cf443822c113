import { executable, submodule, symbolicLink } from '../state/file-content.ts';
import { partOf, pick, pickEach } from '../testing/send.ts';
import type { Received } from '../testing/send.ts';
import { startSeeded } from '../testing/seeded.ts';
import type { Seeded } from '../testing/seeded.ts';

let seeded: Seeded;
afterEach(() => seeded.gitHub.close());

const get = (path: string, accept?: string): Promise<Received> =>
  seeded.send({ to: `/repos/acme/serving${path}`, ...(accept === undefined ? {} : { headers: { accept } }) });

const tree = async (path: string): Promise<unknown[]> =>
  pickEach(partOf(await get(path), 'tree'), 'mode', 'type', 'path', 'size');

async function seedKinds(): Promise<void> {
  seeded = await startSeeded({ limits: { contentsBytes: 1_000, blobBytes: 2_000 } });
  seeded.repository.commit({
    branch: 'wider',
    files: {
      'README.md': null,
      'bin/run.sh': executable('echo\n'),
      'llama/link.yaml': symbolicLink('model-config.yaml'),
      'llama/absolute.yaml': symbolicLink('/model-config.yaml'),
      'llama/itself.yaml': symbolicLink('itself.yaml'),
      'llama/outside.yaml': symbolicLink('../../etc/passwd'),
      'llama/through.yaml': symbolicLink('link.yaml'),
      module: submodule('1'.repeat(40)),
      'medium.txt': 'x'.repeat(1_001),
      'large.txt': 'x'.repeat(2_001),
    },
  });
}

test('lists a tree with modes, by tree, commit or branch', async () => {
  await seedKinds();
  const top = [
    ['040000', 'tree', 'bin', undefined],
    ['100644', 'blob', 'large.txt', 2_001],
    ['040000', 'tree', 'llama', undefined],
    ['100644', 'blob', 'medium.txt', 1_001],
    ['160000', 'commit', 'module', undefined],
  ];
  const sha = seeded.pullRequest.headSha;
  expect(await tree('/git/trees/wider')).toEqual(top);
  expect(await tree(`/git/trees/${sha}`)).toEqual(top);
  expect(await tree(`/git/trees/${seeded.repository.treeOf(sha)}`)).toEqual(top);
  expect(await tree(`/git/trees/${sha}?recursive=1`)).toEqual([
    ['040000', 'tree', 'bin', undefined],
    ['100755', 'blob', 'bin/run.sh', 5],
    ['100644', 'blob', 'large.txt', 2_001],
    ['040000', 'tree', 'llama', undefined],
    ['120000', 'blob', 'llama/absolute.yaml', 18],
    ['120000', 'blob', 'llama/itself.yaml', 11],
    ['120000', 'blob', 'llama/link.yaml', 17],
    ['100644', 'blob', 'llama/model-config.yaml', 28],
    ['120000', 'blob', 'llama/outside.yaml', 16],
    ['120000', 'blob', 'llama/through.yaml', 9],
    ['100644', 'blob', 'medium.txt', 1_001],
    ['160000', 'commit', 'module', undefined],
  ]);
});

test('says when a tree is cut', async () => {
  seeded = await startSeeded({ limits: { treeEntries: 2 } });
  expect(pick(await get('/git/trees/main?recursive=1'), 'truncated', 'tree.length')).toEqual([true, 2]);
  expect(pick(await get('/git/trees/main'), 'truncated', 'tree.length')).toEqual([false, 2]);
});

test('reads a blob by SHA as base64 or raw; of a link that is its target', async () => {
  await seedKinds();
  const shaOf = async (path: string): Promise<string> =>
    String(pick(await get(`/contents/${path}?ref=wider`), 'sha')[0]);
  const blob = await get(`/git/blobs/${await shaOf('llama/link.yaml')}`);
  expect(pick(blob, 'encoding', 'content', 'size')).toEqual(['base64', 'bW9kZWwtY29uZmlnLnlhbWw=\n', 17]);
  const raw = await get(`/git/blobs/${await shaOf('bin%2Frun.sh')}`, 'application/vnd.github.raw+json');
  expect([raw.headers.get('content-type'), raw.text]).toEqual([
    'application/vnd.github.raw+json; charset=utf-8',
    'echo\n',
  ]);
  expect((await get(`/git/blobs/${'0'.repeat(40)}`)).status).toBe(404);
  const short = await get('/git/blobs/abc');
  expect([short.status, ...pick(short, 'message')]).toEqual([
    422,
    'The sha parameter must be exactly 40 characters and contain only [0-9a-f].',
  ]);
});

test('reads contents by path and ref: files, folders, submodules', async () => {
  await seedKinds();
  expect(pick(await get('/contents/llama/model-config.yaml'), 'type', 'content')).toEqual([
    'file',
    'bWluV29ya2VyczogMQptYXhXb3JrZXJzOiAxCg==\n',
  ]);
  expect(pickEach(await get('/contents/llama?ref=wider'), 'type', 'name')).toEqual([
    ['symlink', 'absolute.yaml'],
    ['symlink', 'itself.yaml'],
    ['symlink', 'link.yaml'],
    ['file', 'model-config.yaml'],
    ['symlink', 'outside.yaml'],
    ['symlink', 'through.yaml'],
  ]);
  expect(
    pick(
      await get('/contents/llama?ref=wider', 'application/vnd.github.object+json'),
      'type',
      'entries.length',
    ),
  ).toEqual(['dir', 6]);
  expect(pick(await get('/contents/module?ref=wider'), 'type', 'sha')).toEqual(['submodule', '1'.repeat(40)]);
  expect((await get('/contents/nowhere?ref=wider')).status).toBe(404);
  expect(pick(await get('/contents/llama?ref=nowhere'), 'message')).toEqual([
    'No commit found for the ref nowhere',
  ]);
});

test('follows a link to a file of the repository and shows one that leads nowhere in it', async () => {
  await seedKinds();
  const followed = ['file', 'bWluV29ya2VyczogMgptYXhXb3JrZXJzOiAxCg==\n'];
  expect(pick(await get('/contents/llama/link.yaml?ref=wider'), 'type', 'content')).toEqual(followed);
  expect(pick(await get('/contents/llama/through.yaml?ref=wider'), 'type', 'content')).toEqual(followed);
  for (const [name, target] of [
    ['outside', '../../etc/passwd'],
    ['absolute', '/model-config.yaml'],
    ['itself', 'itself.yaml'],
  ]) {
    const link = await get(`/contents/llama/${name}.yaml?ref=wider`);
    expect(pick(link, 'type', 'target')).toEqual(['symlink', target]);
  }
});

test('leaves out content above 1 MiB, gives it raw, and refuses above 100 MiB', async () => {
  await seedKinds();
  expect(pick(await get('/contents/medium.txt?ref=wider'), 'content', 'encoding', 'size')).toEqual([
    '',
    'none',
    1_001,
  ]);
  expect((await get('/contents/medium.txt?ref=wider', 'application/vnd.github.raw')).text).toBe(
    'x'.repeat(1_001),
  );
  const large = await get('/contents/large.txt?ref=wider');
  expect([large.status, ...pick(large, 'errors.0.code')]).toEqual([403, 'too_large']);
});

test('reads commits and references', async () => {
  await seedKinds();
  seeded.repository.commit({
    branch: 'feature/one',
    files: { a: '1' },
    author: 'bob',
    message: 'One\n\nWhy',
  });
  const sha = seeded.repository.resolve('feature/one') ?? '';
  expect(
    pick(
      await get(`/git/commits/${sha}`),
      'message',
      'author.name',
      'author.date',
      'parents.0.sha',
      'tree.sha',
    ),
  ).toEqual([
    'One\n\nWhy',
    'bob',
    '2026-01-01T00:03:00Z',
    seeded.repository.resolve('main'),
    seeded.repository.treeOf(sha),
  ]);
  expect(pick(await get('/git/ref/heads/feature/one'), 'ref', 'object.sha', 'object.type')).toEqual([
    'refs/heads/feature/one',
    sha,
    'commit',
  ]);
  expect(pick(await get('/git/ref/pull/1/head'), 'object.sha')).toEqual([seeded.pullRequest.headSha]);
  expect(pickEach(await get('/git/matching-refs/heads/'), 'ref')).toEqual([
    ['refs/heads/feature/one'],
    ['refs/heads/main'],
    ['refs/heads/wider'],
  ]);
  expect((await get('/git/ref/heads/nowhere')).status).toBe(404);
  expect((await get(`/git/commits/${'0'.repeat(40)}`)).status).toBe(404);
});
