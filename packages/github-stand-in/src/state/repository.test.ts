import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createLocalGit } from '../testing/local-git.ts';
import { executable, submodule, symbolicLink } from './file-content.ts';
import { GitHubState } from './git-hub-state.ts';

const createState = (): GitHubState => new GitHubState(() => new Date('2026-03-01T10:00:00.123Z'));

test('gives the SHAs that Git gives to equal objects', () => {
  const repository = createState().addRepository('acme/serving');
  const sha = repository.commit({
    branch: 'main',
    author: 'alice',
    message: 'First',
    files: {
      'a.yaml': 'a: 1\n',
      'folder.yaml': 'a: 1\n',
      'folder/run.sh': executable('echo\n'),
      'folder/link': symbolicLink('../a.yaml'),
      module: submodule('1'.repeat(40)),
    },
  });
  const local = createLocalGit();
  try {
    const hash = (content: string): string => {
      writeFileSync(join(local.path, 'content'), content);
      return local.git('hash-object', '-w', 'content').trim();
    };
    const add = (mode: string, object: string, path: string): void => {
      local.git('update-index', '--add', '--cacheinfo', `${mode},${object},${path}`);
    };
    add('100644', hash('a: 1\n'), 'a.yaml');
    add('100644', hash('a: 1\n'), 'folder.yaml');
    add('100755', hash('echo\n'), 'folder/run.sh');
    add('120000', hash('../a.yaml'), 'folder/link');
    add('160000', '1'.repeat(40), 'module');
    const tree = local.git('write-tree', '--missing-ok').trim();
    expect(repository.treeOf(sha)).toBe(tree);
    const commit = repository.store.read(sha)?.content.toString('utf8') ?? '';
    expect(commit.split('\n')[0]).toBe(`tree ${tree}`);
    writeFileSync(join(local.path, 'commit'), commit);
    expect(local.git('hash-object', '-t', 'commit', 'commit').trim()).toBe(sha);
  } finally {
    local.remove();
  }
});

test('gives equal histories equal SHAs, whatever the clock says', () => {
  const commit = (state: GitHubState): string =>
    state.addRepository('acme/serving').commit({ branch: 'main', files: { a: '1' } });
  expect(commit(createState())).toBe(commit(new GitHubState(() => new Date())));
});

test('takes over objects, branches and tags of a local repository, and follows a push', async () => {
  const local = createLocalGit();
  try {
    writeFileSync(join(local.path, 'a.yaml'), 'a: 1\n');
    local.git('add', '--all');
    local.git('commit', '--quiet', '--message', 'First');
    local.git('tag', '--annotate', '--message', 'One', 'v1');
    local.git('branch', 'gone');
    const repository = createState().addRepository('acme/serving');
    expect(await repository.importFrom(local.path)).toBe('main');
    const first = local.git('rev-parse', 'main').trim();
    expect(repository.listRefs('refs/').map(([ref]) => ref)).toEqual([
      'refs/heads/gone',
      'refs/heads/main',
      'refs/tags/v1',
    ]);
    expect([repository.resolve('v1'), repository.resolve('HEAD')]).toEqual([first, first]);
    expect(repository.readRef('v1')).toBe(local.git('rev-parse', 'refs/tags/v1').trim());

    const pullRequest = repository.openPullRequest({ head: 'gone' });
    local.git('branch', '--delete', '--force', 'gone');
    writeFileSync(join(local.path, 'a.yaml'), 'a: 2\n');
    local.git('commit', '--quiet', '--all', '--message', 'Second');
    await repository.importFrom(local.path);
    expect(repository.resolve('main')).toBe(local.git('rev-parse', 'main').trim());
    expect(repository.resolve('gone')).toBeUndefined();
    expect(pullRequest.headSha).toBe(first);
  } finally {
    local.remove();
  }
});

test('says in words of Git why there is nothing to take over', async () => {
  const repository = createState().addRepository('acme/serving');
  await expect(repository.importFrom('/nowhere')).rejects.toThrow(/cannot change to '\/nowhere'/);
});

test('moves the base of a pull request only with a push to its head', () => {
  const repository = createState().addRepository('acme/serving');
  const first = repository.commit({ branch: 'main', files: { a: '1' } });
  const head = repository.commit({ branch: 'change', files: { a: '2' } });
  const pullRequest = repository.openPullRequest({ head: 'change' });
  const second = repository.commit({ branch: 'main', files: { b: '1' } });
  expect([pullRequest.baseSha, pullRequest.headSha]).toEqual([first, head]);
  const merged = repository.commit({ branch: 'change', files: { b: '1' }, mergeFrom: ['main'] });
  expect([pullRequest.baseSha, pullRequest.headSha, pullRequest.mergeBaseSha]).toEqual([
    second,
    merged,
    second,
  ]);
});

test('shares objects with forks, but not branches', () => {
  const repository = createState().addRepository('acme/serving', { visibility: 'public' });
  repository.commit({ branch: 'main', files: { a: '1' } });
  const fork = repository.addFork('mallory/serving');
  const sha = fork.commit({ branch: 'change', files: { a: '2' } });
  const pullRequest = repository.openPullRequest({ head: 'change', headRepository: fork });
  expect([fork.visibility, pullRequest.isFromFork, pullRequest.author.login]).toEqual([
    'public',
    true,
    'mallory',
  ]);
  expect([repository.resolve('change'), repository.resolve(sha)]).toEqual([undefined, sha]);
  expect(repository.resolve('refs/pull/1/head')).toBe(sha);
});

test('refuses seeds that name what is not there', () => {
  const repository = createState().addRepository('acme/serving');
  repository.commit({ branch: 'main', files: { a: '1' } });
  expect(() => repository.commit({ branch: 'main', files: { b: null } })).toThrow(
    "b is to be removed but is not in the parent's tree",
  );
  expect(() => repository.commit({ branch: 'main', files: { '../b': '' } })).toThrow(
    'Git stores no path such as "../b"',
  );
  expect(() => repository.commit({ branch: 'x', from: 'nowhere', files: {} })).toThrow(
    'acme/serving has no commit "nowhere"',
  );
  expect(() => repository.openPullRequest({ head: 'nowhere' })).toThrow(
    'acme/serving has no branch "nowhere"',
  );
  expect(() => createState().addRepository('serving')).toThrow('"serving" is not owner/name');
});
