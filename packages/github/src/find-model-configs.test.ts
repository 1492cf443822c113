import { createHash } from 'node:crypto';
import { defaultModelConfigPatterns } from '@topodiff/report';
import {
  badGateway,
  forkPermissions,
  startGitHubStandIn,
  submodule,
  symbolicLink,
  type GitHubStandIn,
  type PullRequest,
  type Repository,
  type StandInOptions,
} from '@topodiff/github-stand-in';
import { findModelConfigs, type FindOptions, type FindOutcome } from './find-model-configs.ts';
import { openRepository } from './open-repository.ts';
import { connectTo } from './testing/connect-to.ts';

let gitHub: GitHubStandIn;
let repository: Repository;
let token: string;

async function start(options: StandInOptions = {}) {
  gitHub = await startGitHubStandIn(options);
  repository = gitHub.addRepository('acme/serving');
  token = gitHub.addToken({
    kind: 'actions',
    repository,
    permissions: { contents: 'read', pull_requests: 'write' },
  });
  repository.commit({ branch: 'main', files: { 'README.md': '# Serving\n' } });
}

const decode = (base64: string) => ({
  text: Buffer.from(base64, 'base64').toString(),
  hasInvalidUtf8: false,
});

async function find(
  pullRequest: PullRequest,
  options: Partial<FindOptions & { headSha: string; token: string }> = {},
): Promise<FindOutcome & { readonly mergeBaseSha?: string }> {
  const { headSha = pullRequest.headSha, token: used = token, ...rest } = options;
  const client = connectTo(gitHub, used);
  const range = {
    owner: 'acme',
    repo: 'serving',
    number: pullRequest.number,
    baseRef: 'main',
    baseSha: pullRequest.baseSha,
    headRef: 'topic',
    headSha,
    start: 'merge-base',
  } as const;
  const opened = await openRepository(client, range, decode);
  if (opened.kind === 'failed') return opened;
  const outcome = await findModelConfigs(client, opened.view, {
    patterns: defaultModelConfigPatterns,
    configPropertiesPaths: [],
    ...rest,
  });
  return { ...outcome, mergeBaseSha: opened.view.base.sha };
}

async function found(...args: Parameters<typeof find>) {
  const outcome = await find(...args);
  if (outcome.kind === 'failed') throw new Error(outcome.error.message);
  return { ...outcome.found, mergeBaseSha: outcome.mergeBaseSha };
}

/** Path, previous path and texts of each model. */
function outline({ models }: Awaited<ReturnType<typeof found>>) {
  const side = (source: (typeof models)[number]['base']) =>
    source === null ? null : source.kind === 'text' ? source.text : `${source.reason}: ${source.detail}`;
  return models.map(({ path, previousPath, base, head }) => [
    path,
    previousPath ?? path,
    side(base),
    side(head),
  ]);
}

const requestsSent = () =>
  gitHub.requests.map(({ method, path }) => `${method} ${path.replace(/[0-9a-f]{40}/g, 'SHA')}`);

afterEach(() => gitHub.close());

describe('findModelConfigs', () => {
  test('reads both sides of what was changed, added, removed and renamed, and nothing else', async () => {
    await start();
    const base = repository.commit({
      branch: 'main',
      files: {
        'a/model-config.yaml': 'minWorkers: 1\n',
        'b/model-config.yaml': 'minWorkers: 2\nmaxWorkers: 2\nbatchSize: 1\nmaxBatchDelay: 100\n',
        'c/model-config.yaml': 'minWorkers: 3\n',
        'd/model-config.yaml': 'minWorkers: 4\n',
        'e/model-config.yaml': 'minWorkers: 5\n',
      },
    });
    repository.commit({
      branch: 'topic',
      files: {
        'a/model-config.yaml': 'minWorkers: 10\n',
        'b/model-config.yaml': null,
        'b2/model-config.yaml': 'minWorkers: 2\nmaxWorkers: 2\nbatchSize: 1\nmaxBatchDelay: 200\n',
        'c/model-config.yaml': null,
        'd/model-config.yaml': null,
        'd/settings.yaml': 'minWorkers: 4\n',
        'f/model-config.yaml': 'minWorkers: 6\n',
        'g.txt': 'x',
      },
    });
    const pullRequest = repository.openPullRequest({ head: 'topic' });
    const result = await found(pullRequest);
    expect(outline(result).sort()).toEqual([
      ['a/model-config.yaml', 'a/model-config.yaml', 'minWorkers: 1\n', 'minWorkers: 10\n'],
      [
        'b2/model-config.yaml',
        'b/model-config.yaml',
        'minWorkers: 2\nmaxWorkers: 2\nbatchSize: 1\nmaxBatchDelay: 100\n',
        'minWorkers: 2\nmaxWorkers: 2\nbatchSize: 1\nmaxBatchDelay: 200\n',
      ],
      ['c/model-config.yaml', 'c/model-config.yaml', 'minWorkers: 3\n', null],
      ['d/model-config.yaml', 'd/model-config.yaml', 'minWorkers: 4\n', null],
      ['f/model-config.yaml', 'f/model-config.yaml', null, 'minWorkers: 6\n'],
    ]);
    expect({ mergeBaseSha: result.mergeBaseSha, notices: result.notices }).toEqual({
      mergeBaseSha: base,
      notices: [
        {
          code: 'renamed-out-of-files',
          severity: 'warning',
          message:
            'd/model-config.yaml becomes d/settings.yaml, which is none of the files that are reviewed: once this is merged, no review and no budget counts the model.',
          path: 'd/settings.yaml',
        },
      ],
    });
    expect(result.models.every((model) => !model.isExplicit)).toBe(true);
  });

  test.each([
    ['as GitHub lists it', forkPermissions],
    ['as the trees have it', { contents: 'read' }],
  ] as const)('a file that gets a wanted name is a new model, %s', async (_, permissions) => {
    await start();
    repository.commit({ branch: 'main', files: { 'a/model-config.yaml.off': 'minWorkers: 4\n' } });
    const files = { 'a/model-config.yaml.off': null, 'a/model-config.yaml': 'minWorkers: 4\n' };
    repository.commit({ branch: 'topic', files });
    const used = gitHub.addToken({ kind: 'actions', repository, permissions });
    const result = await found(repository.openPullRequest({ head: 'topic' }), { token: used });
    expect(outline(result)).toEqual([
      ['a/model-config.yaml', 'a/model-config.yaml', null, 'minWorkers: 4\n'],
    ]);
    expect(result.untouchedModels).toEqual([]);
  });

  test('compares with the merge base, not with the tip of the base branch', async () => {
    await start();
    const base = repository.commit({ branch: 'main', files: { 'model-config.yaml': 'minWorkers: 1\n' } });
    repository.commit({ branch: 'topic', files: { 'model-config.yaml': 'minWorkers: 2\n' } });
    repository.commit({
      branch: 'main',
      files: { 'model-config.yaml': 'minWorkers: 9\n', 'other/model-config.yaml': 'minWorkers: 9\n' },
    });
    const result = await found(repository.openPullRequest({ head: 'topic' }));
    expect(result.mergeBaseSha).toBe(base);
    expect(outline(result)).toEqual([
      ['model-config.yaml', 'model-config.yaml', 'minWorkers: 1\n', 'minWorkers: 2\n'],
    ]);
  });

  test('reads a fork from the base repository with a token that can only read', async () => {
    await start();
    repository.commit({ branch: 'main', files: { 'model-config.yaml': 'minWorkers: 1\n' } });
    const fork = repository.addFork('mallory/serving');
    fork.commit({ branch: 'topic', files: { 'model-config.yaml': 'minWorkers: 2\n' } });
    const pullRequest = repository.openPullRequest({
      head: 'topic',
      headRepository: fork,
      author: 'mallory',
    });
    const forkToken = gitHub.addToken({ kind: 'actions', repository, permissions: forkPermissions });
    expect(outline(await found(pullRequest, { token: forkToken }))).toEqual([
      ['model-config.yaml', 'model-config.yaml', 'minWorkers: 1\n', 'minWorkers: 2\n'],
    ]);
    expect(
      gitHub.requests.every(({ path }) => path.startsWith('/repos/acme/serving/') || path === '/graphql'),
    ).toBe(true);
  });

  test('reads a text that several files share once', async () => {
    await start();
    repository.commit({ branch: 'main', files: { 'a/model-config.yaml': 'minWorkers: 1\n' } });
    repository.commit({
      branch: 'topic',
      files: {
        'a/model-config.yaml': null,
        'b/model-config.yaml': 'minWorkers: 1\n',
        'c/model-config.yaml': 'minWorkers: 1\n',
      },
    });
    expect((await found(repository.openPullRequest({ head: 'topic' }))).models.length).toBe(2);
    expect(requestsSent().filter((request) => request.includes('/git/blobs/')).length).toBe(1);
  });

  test('does without the list when the token sees only the contents', async () => {
    await start();
    repository.commit({ branch: 'main', files: { 'model-config.yaml': 'minWorkers: 1\n' } });
    repository.commit({ branch: 'topic', files: { 'model-config.yaml': 'minWorkers: 2\n' } });
    const pullRequest = repository.openPullRequest({ head: 'topic' });
    const contentsOnly = gitHub.addToken({ kind: 'actions', repository, permissions: { contents: 'read' } });
    const result = await found(pullRequest, { token: contentsOnly });
    expect(outline(result)).toEqual([
      ['model-config.yaml', 'model-config.yaml', 'minWorkers: 1\n', 'minWorkers: 2\n'],
    ]);
    expect(result.notices.map(({ code }) => code)).toEqual(['compared-trees']);
  });

  test('needs five requests when nothing matches', async () => {
    await start();
    repository.commit({ branch: 'topic', files: { 'README.md': '# New\n' } });
    const result = await found(repository.openPullRequest({ head: 'topic' }));
    expect(outline(result)).toEqual([]);
    expect(requestsSent()).toEqual([
      'GET /repos/acme/serving/git/ref/heads/main',
      'GET /repos/acme/serving/compare/SHA...SHA',
      'GET /repos/acme/serving/git/trees/SHA',
      'GET /repos/acme/serving/git/trees/SHA',
      'GET /repos/acme/serving/pulls/1',
      'GET /repos/acme/serving/pulls/1/files',
    ]);
  });

  test('finds a file on the last page of the list', async () => {
    await start();
    const many = Object.fromEntries(Array.from({ length: 250 }, (_, index) => [`a${index}.txt`, `${index}`]));
    repository.commit({ branch: 'topic', files: { ...many, 'z/model-config.yaml': 'minWorkers: 1\n' } });
    const result = await found(repository.openPullRequest({ head: 'topic' }));
    expect(outline(result)).toEqual([
      ['z/model-config.yaml', 'z/model-config.yaml', null, 'minWorkers: 1\n'],
    ]);
    expect(requestsSent().filter((request) => request.endsWith('/files')).length).toBe(3);
  });

  test('does not follow links, and names folders and submodules', async () => {
    await start();
    repository.commit({
      branch: 'main',
      files: { 'real.yaml': 'minWorkers: 1\n', 'b/model-config.yaml': 'minWorkers: 1\n' },
    });
    repository.commit({
      branch: 'topic',
      files: {
        'a/model-config.yaml': symbolicLink('../real.yaml'),
        'b/model-config.yaml': null,
        'b/model-config.yaml/x': 'x',
        'c/model-config.yaml': submodule('1'.repeat(40)),
      },
    });
    const models = outline(await found(repository.openPullRequest({ head: 'topic' })));
    expect(models.sort()).toEqual([
      [
        'a/model-config.yaml',
        'a/model-config.yaml',
        null,
        'symlink: it is a symbolic link to ../real.yaml, which is not followed',
      ],
      ['b/model-config.yaml', 'b/model-config.yaml', 'minWorkers: 1\n', 'directory: it is a directory'],
      ['c/model-config.yaml', 'c/model-config.yaml', null, 'submodule: it is a submodule'],
    ]);
  });

  test('compares the trees when GitHub does not list all files', async () => {
    await start({ limits: { pullRequestFiles: 3 } });
    repository.commit({
      branch: 'main',
      files: { 'z/model-config.yaml': 'minWorkers: 1\n', 'y/model-config.yaml': 'minWorkers: 2\n' },
    });
    repository.commit({
      branch: 'topic',
      files: {
        ...Object.fromEntries(Array.from({ length: 5 }, (_, index) => [`a${index}.txt`, `${index}`])),
        'z/model-config.yaml': null,
        'z2/model-config.yaml': 'minWorkers: 1\n',
        'y/model-config.yaml': 'minWorkers: 3\n',
      },
    });
    const result = await found(repository.openPullRequest({ head: 'topic' }));
    expect(outline(result)).toEqual([
      ['y/model-config.yaml', 'y/model-config.yaml', 'minWorkers: 2\n', 'minWorkers: 3\n'],
      ['z2/model-config.yaml', 'z/model-config.yaml', 'minWorkers: 1\n', 'minWorkers: 1\n'],
    ]);
    expect(result.notices.map(({ code, severity }) => [code, severity])).toEqual([
      ['compared-trees', 'info'],
    ]);
  });

  test('reads the commit that was asked for when the pull request has moved on', async () => {
    await start();
    repository.commit({ branch: 'main', files: { 'model-config.yaml': 'minWorkers: 1\n' } });
    const headSha = repository.commit({ branch: 'topic', files: { 'model-config.yaml': 'minWorkers: 2\n' } });
    const pullRequest = repository.openPullRequest({ head: 'topic' });
    repository.commit({ branch: 'topic', files: { 'model-config.yaml': 'minWorkers: 1\n' } });
    expect(outline(await found(pullRequest, { headSha }))).toEqual([
      ['model-config.yaml', 'model-config.yaml', 'minWorkers: 1\n', 'minWorkers: 2\n'],
    ]);
  });

  test('walks the folders when GitHub cuts the trees of a large repository', async () => {
    await start({ limits: { treeEntries: 5 } }); // as many as the root has
    const many = Object.fromEntries(Array.from({ length: 3 }, (_, index) => [`f${index}/a.txt`, `${index}`]));
    repository.commit({ branch: 'main', files: { ...many, 'z/model-config.yaml': 'minWorkers: 1\n' } });
    repository.commit({ branch: 'topic', files: { 'z/model-config.yaml': 'minWorkers: 2\n' } });
    const result = await found(repository.openPullRequest({ head: 'topic' }));
    expect(outline(result)).toEqual([
      ['z/model-config.yaml', 'z/model-config.yaml', 'minWorkers: 1\n', 'minWorkers: 2\n'],
    ]);
    expect(result.notices.map(({ code, severity }) => [code, severity])).toEqual([
      ['fleet-unknown', 'warning'],
    ]);
    expect(result.untouchedModels).toBeNull();
  });

  test('neither a list nor whole trees: an error that nobody can overlook', async () => {
    await start({ limits: { treeEntries: 3, pullRequestFiles: 1 } });
    const many = Object.fromEntries(Array.from({ length: 3 }, (_, index) => [`f${index}/a.txt`, `${index}`]));
    repository.commit({ branch: 'topic', files: { ...many, 'z/model-config.yaml': 'minWorkers: 1\n' } });
    const { notices } = await found(repository.openPullRequest({ head: 'topic' }));
    expect(notices.map(({ code, severity }) => [code, severity])).toEqual([
      ['incomplete-file-list', 'error'],
      ['fleet-unknown', 'warning'],
    ]);
  });

  test('a file that only one of two cut lists shows is not taken for a change', async () => {
    await start({ limits: { treeEntries: 5, pullRequestFiles: 1 } });
    repository.commit({
      branch: 'main',
      files: { 'a/0': '0', 'a/1': '1', 'a/2': '2', 'a/3': '3', 'm/model-config.yaml': 'minWorkers: 1\n' },
    });
    repository.commit({ branch: 'topic', files: { 'a/0': null, 'a/1': null, 'a/2': null } });
    const result = await found(repository.openPullRequest({ head: 'topic' }));
    expect(outline(result)).toEqual([]);
    expect(result.notices.map(({ code }) => code)).toEqual(['incomplete-file-list', 'fleet-unknown']);
  });

  test('a file that cannot be read does not hide the others', async () => {
    await start();
    repository.commit({
      branch: 'topic',
      files: { 'a/model-config.yaml': 'minWorkers: 1\n', 'b/model-config.yaml': 'minWorkers: 2\n' },
    });
    const pullRequest = repository.openPullRequest({ head: 'topic' });
    const blob = createHash('sha1').update('blob 14\0minWorkers: 1\n').digest('hex');
    gitHub.injectFault({ on: 'POST /graphql', answer: badGateway(), times: 3 });
    gitHub.injectFault({ on: `GET /repos/acme/serving/git/blobs/${blob}`, answer: badGateway(), times: 3 });
    const [first, second] = outline(await found(pullRequest));
    expect(first?.[3]).toMatch(/^failed: cannot read a file: GitHub is not available now \(502/);
    expect(second).toEqual(['b/model-config.yaml', 'b/model-config.yaml', null, 'minWorkers: 2\n']);
  });

  test('a read that GitHub fails twice still works', async () => {
    await start();
    repository.commit({ branch: 'topic', files: { 'model-config.yaml': 'minWorkers: 1\n' } });
    const pullRequest = repository.openPullRequest({ head: 'topic' });
    gitHub.injectFault({ on: 'GET /repos/acme/serving/pulls/1', answer: badGateway(), times: 2 });
    expect(outline(await found(pullRequest)).length).toBe(1);
  });

  test('reads config.properties at each side', async () => {
    await start();
    repository.commit({ branch: 'main', files: { 'conf/config.properties': 'number_of_gpu=4\n' } });
    repository.commit({ branch: 'topic', files: { 'conf/config.properties': 'number_of_gpu=8\n' } });
    const pullRequest = repository.openPullRequest({ head: 'topic' });
    const { configProperties } = await found(pullRequest, {
      configPropertiesPaths: ['conf/config.properties', 'nowhere'],
    });
    const sides = configProperties.get('conf/config.properties');
    expect([sides?.base, sides?.head]).toEqual([
      expect.objectContaining({ kind: 'text', text: 'number_of_gpu=4\n' }),
      expect.objectContaining({ kind: 'text', text: 'number_of_gpu=8\n' }),
    ]);
    expect(configProperties.get('nowhere')).toEqual({ base: null, head: null });
  });

  describe('a push while the list is read', () => {
    /** The head that was asked for, while the list is already one of a commit without the model. */
    async function findAmidPush(treeEntries?: number) {
      await start(treeEntries === undefined ? {} : { limits: { treeEntries } });
      repository.commit({ branch: 'topic', files: { 'llama/model-config.yaml': 'minWorkers: 2\n' } });
      const pullRequest = repository.openPullRequest({ head: 'topic' });
      const { headSha } = pullRequest;
      gitHub.injectFault({
        on: 'GET /repos/acme/serving/pulls/1/files',
        before: () => {
          repository.setBranch('topic', 'main');
          repository.commit({ branch: 'topic', files: { 'NOTES.md': 'nothing to see\n' } });
        },
      });
      const { models, notices } = await found(pullRequest, { headSha });
      return [models.map(({ path }) => path), notices.map(({ code }) => code)];
    }

    test('hides no model: the commits themselves are compared', async () => {
      expect(await findAmidPush()).toEqual([['llama/model-config.yaml'], ['compared-trees']]);
    });

    test('is an incomplete list where GitHub cuts the files of the commits', async () => {
      expect(await findAmidPush(1)).toEqual([[], ['incomplete-file-list', 'fleet-unknown']]);
    });
  });

  test('reads 60 config.properties of both sides in three queries', async () => {
    await start();
    const paths = Array.from({ length: 60 }, (_, index) => `conf/${index}.properties`);
    for (const branch of ['main', 'topic']) {
      const files = paths.map((path): [string, string] => [path, `${branch}=${path}\n`]);
      repository.commit({ branch, files: Object.fromEntries(files) });
    }
    const pullRequest = repository.openPullRequest({ head: 'topic' });
    gitHub.clearRequests();
    const { configProperties } = await found(pullRequest, { configPropertiesPaths: paths });
    expect(
      [...configProperties.values()].every(
        ({ base, head }) => base?.kind === 'text' && head?.kind === 'text',
      ),
    ).toBe(true);
    const asked = gitHub.requests.filter(({ path }) => path === '/graphql' || path.includes('/git/blobs/'));
    expect(asked.map(({ path }) => path)).toEqual(['/graphql', '/graphql', '/graphql']);
  });

  test('reads 120 texts in three queries, and alone what a query does not give exactly', async () => {
    await start();
    const texts = Array.from({ length: 120 }, (_, index): [string, string] => [
      `m${index}/model-config.yaml`,
      `minWorkers: ${index}\n`,
    ]);
    repository.commit({
      branch: 'topic',
      files: {
        ...(Object.fromEntries(texts) as Record<string, string>), // pairs of texts
        'binary/model-config.yaml': Buffer.from('minWorkers: 1\n\0\n'),
        'latin/model-config.yaml': Buffer.from('a: \xe9\n', 'latin1'),
        'long/model-config.yaml': `# ${'x'.repeat(600_000)}\n`,
      },
    });
    const { models } = await found(repository.openPullRequest({ head: 'topic' }));
    expect(models.length).toBe(123);
    expect(models.every(({ head }) => head?.kind === 'text')).toBe(true);
    expect(requestsSent().filter((request) => request === 'POST /graphql').length).toBe(3);
    expect(requestsSent().filter((request) => request.includes('/git/blobs/')).length).toBe(3);
  });

  test('a query that GitHub refuses costs requests and says so', async () => {
    await start();
    repository.commit({
      branch: 'topic',
      files: { 'a/model-config.yaml': 'minWorkers: 1\n', 'b/model-config.yaml': 'minWorkers: 2\n' },
    });
    gitHub.injectFault({ on: 'POST /graphql', answer: { status: 404, body: { message: 'Not Found' } } });
    const { models, notices } = await found(repository.openPullRequest({ head: 'topic' }));
    expect(models.map(({ head }) => head?.kind)).toEqual(['text', 'text']);
    expect(notices.map(({ code }) => code)).toEqual(['read-one-by-one']);
  });

  test('knows all other models, the files they name, and what the tip of base has', async () => {
    await start();
    repository.commit({
      branch: 'main',
      files: {
        'a/model-config.yaml': 'minWorkers: 1\n',
        'b/model-config.yaml': 'minWorkers: 2\n',
        'c/model-config.yaml': 'deepspeed:\n  config: conf/ds.json\n',
        'c/conf/ds.json': '{}',
      },
    });
    repository.commit({
      branch: 'topic',
      files: { 'a/model-config.yaml': 'minWorkers: 3\n', 'c/conf/ds.json': '{"x": 1}' },
    });
    repository.commit({ branch: 'main', files: { 'a/model-config.yaml': 'minWorkers: 4\n' } });
    const { models, untouchedModels } = await found(repository.openPullRequest({ head: 'topic' }));
    expect(models.map(({ path, baseTip }) => [path, baseTip])).toEqual([
      ['a/model-config.yaml', expect.objectContaining({ text: 'minWorkers: 4\n' })],
    ]);
    expect(untouchedModels?.map(({ path, relatedFiles }) => [path, relatedFiles])).toEqual([
      ['b/model-config.yaml', undefined],
      [
        'c/model-config.yaml',
        { base: new Map([['conf/ds.json', '{}']]), head: new Map([['conf/ds.json', '{"x": 1}']]) },
      ],
    ]);
  });

  test.each([
    { name: 'an unknown token', used: 'ghs_unknown', kind: 'bad-token' },
    { name: 'a token without contents', used: 'pull requests only', kind: 'no-permission' },
  ])('$name is one value', async ({ used, kind }) => {
    await start();
    repository.commit({ branch: 'topic', files: { 'model-config.yaml': 'minWorkers: 1\n' } });
    const pullRequest = repository.openPullRequest({ head: 'topic' });
    const weak = gitHub.addToken({ kind: 'actions', repository, permissions: { pull_requests: 'read' } });
    const outcome = await find(pullRequest, { token: used === 'pull requests only' ? weak : used });
    expect(outcome.kind === 'failed' ? outcome.error.kind : outcome.kind).toBe(kind);
  });
});
