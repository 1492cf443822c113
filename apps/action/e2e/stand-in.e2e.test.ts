import { badGateway } from '@topodiff/github-stand-in';
import { eightGpus, fourGpus, quotedEight } from '../src/testing/configs.ts';
import { describeScenarios, outline, review } from '../src/testing/scenarios.ts';
import { startStandInGithub, type StandInGithub } from '../src/testing/stand-in-github.ts';

describe('against the stand-in', () => {
  describeScenarios(() => startStandInGithub());
});

describe('on our GitHub only', () => {
  let github: StandInGithub;
  beforeEach(async () => {
    github = await startStandInGithub();
    await github.commit('main', { 'llama/model-config.yaml': fourGpus });
  });
  afterEach(() => github.close());

  /** A pull request that changes `files` on top of main. */
  async function propose(files: Parameters<StandInGithub['commit']>[1]) {
    await github.commit('topic', files);
    return github.openPullRequest('topic');
  }

  test("a fork's read-only token leaves everything but the comment right, and says why", async () => {
    const fork = github.serving.addFork('mallory/serving');
    fork.commit({ branch: 'wider', files: { 'llama/model-config.yaml': quotedEight } });
    const pullRequest = github.serving.openPullRequest({
      head: 'wider',
      headRepository: fork,
      author: 'mallory',
    });
    const result = await review(
      github,
      {
        event: () => Promise.resolve(github.standIn.pullRequestEvent(pullRequest, 'opened')),
        comment: () => Promise.resolve(),
        listComments: () => Promise.resolve([]),
      },
      { token: github.forkToken },
    );
    const reason =
      'No comment on the pull request: cannot create the comment: GitHub answered 403 "Resource not accessible by integration"; the token needs "pull-requests: write", and a pull request from a fork or of Dependabot gets a token that can only read.';
    expect(pullRequest.comments).toEqual([]);
    expect(result.stdout.split('\n')).toContain(reason);
    expect(result.summary).toContain('tp 4 GPUs → tp 8 GPUs (runs 1 GPU)');
    expect(result.summary).toContain('pull-requests: write');
    expect(result.outputs).toMatchObject({
      conclusion: 'failure',
      comment: 'failed',
      'comment-url': '',
      'gpus-head': '1',
      'declared-gpus-head': '8',
    });
    expect(
      result.commands.filter((line) => line.startsWith('::error file=llama/model-config.yaml,line=8,'))
        .length,
    ).toBe(1);
    expect(result.exitCode).toBe(1);
  });

  test('a token that only reads contents leaves everything but the comment right', async () => {
    const pullRequest = await propose({ 'llama/model-config.yaml': eightGpus });
    const token = github.standIn.addToken({
      kind: 'actions',
      repository: github.serving,
      permissions: { contents: 'read' },
    });
    const result = await review(github, pullRequest, { token });
    expect(outline(result)?.map(({ label }) => label)).toEqual(['tp 4 GPUs → pptp 8 GPUs']);
    expect(result.outputs).toMatchObject({ conclusion: 'success', comment: 'failed' });
    expect(result.stdout).toContain('the token needs "pull-requests: ');
  });

  test('a file that is none of TorchServe is listed as skipped', async () => {
    const pullRequest = await propose({ 'other/model-config.yaml': 'name: something else\n' });
    const result = await review(github, pullRequest);
    expect(result.report?.skipped.map(({ path }) => path)).toEqual(['other/model-config.yaml']);
    expect(result.stdout).toMatch(/^other\/model-config\.yaml: skipped, /m);
    expect(result.summary).toContain('other/model-config.yaml');
    expect(result.outputs).toMatchObject({ conclusion: 'neutral', comment: 'not-needed' });
  });

  test('a change of comments alone is no news', async () => {
    const pullRequest = await propose({ 'llama/model-config.yaml': `# a remark\n${fourGpus}` });
    const result = await review(github, pullRequest);
    expect(result.outputs).toMatchObject({ conclusion: 'neutral', comment: 'not-needed', models: '1' });
  });

  test('pull_request_target reviews the head, not the default branch', async () => {
    const pullRequest = await propose({ 'llama/model-config.yaml': eightGpus });
    const result = await review(github, pullRequest, { eventName: 'pull_request_target' });
    expect(outline(result)?.map(({ label }) => label)).toEqual(['tp 4 GPUs → pptp 8 GPUs']);
  });

  test('a file that was renamed and edited is compared with itself', async () => {
    const long = `# ${'a comment that makes the two files alike\n# '.repeat(20)}\n`;
    await github.commit('main', { 'old/model-config.yaml': long + fourGpus });
    const pullRequest = await propose({
      'old/model-config.yaml': null,
      'new/model-config.yaml': long + eightGpus,
    });
    expect(outline(await review(github, pullRequest))).toEqual([
      {
        path: 'new/model-config.yaml',
        previousPath: 'old/model-config.yaml',
        status: 'renamed',
        label: 'tp 4 GPUs → pptp 8 GPUs',
        errors: [],
      },
    ]);
  });

  test('annotations have line and column', async () => {
    const result = await review(github, await propose({ 'llama/model-config.yaml': quotedEight }));
    expect(result.commands[0]).toMatch(
      /^::error file=llama\/model-config\.yaml,line=8,endLine=8,col=19,endColumn=22,title=[\w-]+::/,
    );
  });

  test('of each kind the ten worst become annotations, and the rest is counted', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 25 }, (_, index) => [`m${index}/model-config.yaml`, quotedEight]),
    );
    const result = await review(github, await propose(files));
    expect(result.commands.filter((line) => line.startsWith('::error ')).length).toBe(10);
    for (const kind of ['::warning ', '::notice ']) {
      expect(result.commands.filter((line) => line.startsWith(kind)).length).toBeLessThanOrEqual(10);
    }
    expect(result.commands.at(-1)).toMatch(/^::notice title=topodiff::15 errors/);
    expect(result.outputs['errors']).toBe('25');
  });

  test('names and values that look like workflow commands do nothing', async () => {
    const result = await review(
      github,
      await propose({
        'x\n::error::injected/model-config.yaml': quotedEight,
        'x##[error]injected/model-config.yaml': quotedEight,
        '::add-mask::llama/model-config.yaml': quotedEight,
        'a%0A::warning::b,line=9/model-config.yaml': quotedEight,
        'value/model-config.yaml': fourGpus.replace('tp', '"tp\\n::error::injected\\r\\n##[error]injected"'),
        'key/model-config.yaml': `${fourGpus}"::error::\\n::add-mask::x": 1\n`,
      }),
    );
    expect(result.report?.models.length).toBe(6);
    // Every command is an annotation of ours, on a file of the pull request.
    for (const line of result.commands)
      expect(line).toMatch(/^::(?:error|warning|notice) (?:file=|title=topodiff::)/);
    const lines = result.stdout.split(/\r\n|[\r\n\u2028\u2029]/);
    expect(lines.filter((line) => /^\s*::(?!(?:error|warning|notice) )/.test(line))).toEqual([]);
    expect(lines.filter((line) => !line.startsWith('::') && line.includes('##['))).toEqual([]);
    expect(result.stderr).toBe('');
  });

  test.each([
    ['an empty file', ''],
    ['a list at the root', '- a\n- b\n'],
    ['a key that is no text', '? [a]\n: 1\n'],
    ['a bomb of aliases', bomb()],
    ['more than the parser reads', `a: ${'x'.repeat(3 * 1024 * 1024)}\n`],
    ['deep nesting', `a: ${'['.repeat(20_000)}\n`],
  ])('%s ends with a finding or a clear line, and does not hide its neighbour', async (_name, text) => {
    const result = await review(
      github,
      await propose({ 'bad/model-config.yaml': text, 'llama/model-config.yaml': eightGpus }),
    );
    expect(outline(result)?.find(({ path }) => path === 'llama/model-config.yaml')?.label).toBe(
      'tp 4 GPUs → pptp 8 GPUs',
    );
    const bad = result.report?.models.find(({ path }) => path === 'bad/model-config.yaml');
    const isListedAsSkipped =
      result.report?.skipped.some(({ path }) => path === 'bad/model-config.yaml') ?? false;
    expect(isListedAsSkipped || (bad?.findings.length ?? 0) > 0).toBe(true);
    expect(result.stderr).toBe('');
    expect(result.stdout).not.toContain('internal error');
  });

  test('bytes that are no UTF-8 are a finding', async () => {
    github.serving.commit({
      branch: 'topic',
      files: { 'bad/model-config.yaml': Buffer.concat([Buffer.from(fourGpus), Buffer.from([0xff, 0x0a])]) },
    });
    const result = await review(github, await github.openPullRequest('topic'));
    expect(result.report?.models[0]?.findings.length).toBeGreaterThan(0);
    expect(result.stdout).not.toContain('internal error');
  });

  describe('inputs', () => {
    test('gpus: a host that is too small makes it fail', async () => {
      const pullRequest = await propose({ 'llama/model-config.yaml': eightGpus });
      const result = await review(github, pullRequest, { inputs: { gpus: '4' } });
      expect(result.report?.host.gpus).toBe(4);
      expect(result.outputs['conclusion']).toBe('failure');
      expect(result.outputs['gpus-head']).toBe('0');
    });

    test('fail-on: never passes with errors, and still shows them', async () => {
      const pullRequest = await propose({ 'llama/model-config.yaml': quotedEight });
      const result = await review(github, pullRequest, { inputs: { 'fail-on': 'never' } });
      expect([result.exitCode, result.outputs['conclusion'], result.outputs['errors']]).toEqual([
        0,
        'success',
        '1',
      ]);
    });

    test('fail-on: warning fails on a warning, with a line that says so', async () => {
      const slow = eightGpus.replace('startupTimeout: 1200\n', '');
      const pullRequest = await propose({ 'llama/model-config.yaml': slow });
      const strict = await review(github, pullRequest, { inputs: { 'fail-on': 'warning' } });
      expect([strict.exitCode, strict.outputs['errors']]).toEqual([1, '0']);
      expect(strict.commands.filter((line) => line.startsWith('::error::')).length).toBe(1);
      const usual = await review(github, pullRequest, { runId: 2 });
      expect(usual.exitCode).toBe(0);
    });

    test('comment: false writes none', async () => {
      const pullRequest = await propose({ 'llama/model-config.yaml': eightGpus });
      const result = await review(github, pullRequest, { inputs: { comment: 'false' } });
      expect(result.outputs).toMatchObject({ comment: 'disabled', 'comment-url': '' });
      expect(await pullRequest.listComments()).toEqual([]);
    });

    test('key: two jobs keep a comment each', async () => {
      const pullRequest = await propose({ 'llama/model-config.yaml': eightGpus });
      await review(github, pullRequest, { inputs: { key: 'a100', gpus: '8' } });
      await review(github, pullRequest, { inputs: { key: 'l4', gpus: '4' } });
      expect((await pullRequest.listComments()).length).toBe(2);
    });

    test('files: other names, with exclusions', async () => {
      const pullRequest = await propose({
        'llama/model-config.yaml': eightGpus,
        'a/serve.yaml': fourGpus,
        'drafts/serve.yaml': fourGpus,
      });
      const result = await review(github, pullRequest, { inputs: { files: '**/serve.yaml\n!drafts/**' } });
      expect(result.report?.models.map(({ path }) => path)).toEqual(['a/serve.yaml']);
    });

    test('config-properties: each side is read with its own', async () => {
      const plain = 'responseTimeout: 300\n';
      await github.commit('main', {
        'plain/model-config.yaml': plain,
        'config.properties': 'default_workers_per_model=1\n',
      });
      const pullRequest = await propose({
        'plain/model-config.yaml': `${plain}batchSize: 2\n`,
        'config.properties': 'default_workers_per_model=3\n',
      });
      const inputs = { 'config-properties': 'config.properties', gpus: '4' };
      const result = await review(github, pullRequest, { inputs });
      expect(result.report?.models.map(({ label }) => label)).toEqual(['1 GPU → 3 × 1 GPU']);
    });

    test.each([
      { path: 'nowhere.properties', line: 'nowhere.properties is not in the repository' },
      {
        path: 'link.properties',
        line: 'cannot use link.properties: it is a symbolic link to config.properties',
      },
      { path: 'llama', line: 'cannot use llama: it is a directory' },
    ])('config-properties: $path cannot be used', async ({ path, line }) => {
      const pullRequest = await propose({
        'link.properties': { linkTo: 'config.properties' },
        'llama/model-config.yaml': eightGpus,
      });
      const result = await review(github, pullRequest, { inputs: { 'config-properties': path } });
      expect(result.commands.length).toBe(1);
      expect(result.commands[0]?.startsWith(`::error::input config-properties: ${line}`)).toBe(true);
      expect([result.exitCode, result.outputs['conclusion']]).toEqual([1, 'failure']);
    });

    test('bad ones are named, each in a line, and nothing is asked of GitHub', async () => {
      const pullRequest = await propose({ 'llama/model-config.yaml': eightGpus });
      const inputs = { gpus: 'many\n::error::x', cpus: '-1', 'fail-on': 'sometimes', 'github-token': '' };
      const result = await review(github, pullRequest, { inputs });
      expect(result.commands).toEqual([
        '::error::input github-token: it is empty; leave it out to use the token of the workflow',
        '::error::input gpus: it takes a whole number from 0 to 999999, not "many\\n::error::x"',
        '::error::input cpus: it takes a whole number from 0 to 999999, not "-1"',
        '::error::input fail-on: it takes one of error, warning, info, never, not "sometimes"',
      ]);
      expect([result.exitCode, result.outputs]).toEqual([1, { conclusion: 'failure' }]);
      expect(result.summary).toContain('could not review this pull request');
      expect(github.standIn.requests).toEqual([]);
    });
  });

  describe('what stops a run is one line', () => {
    test.each([
      {
        name: 'a bad token',
        start: { token: 'ghs_unknown' },
        line: 'cannot read the pull request: GitHub does not accept the token (401 "Bad credentials")',
      },
      {
        name: 'another event',
        start: { eventName: 'push' },
        line: 'the event "push" is not supported; run topodiff on: pull_request or pull_request_target',
      },
      {
        name: 'a broken event',
        start: { event: '{' },
        line: 'the file that GITHUB_EVENT_PATH names is not JSON',
      },
    ])('$name', async ({ start, line }) => {
      const pullRequest = await propose({ 'llama/model-config.yaml': eightGpus });
      const result = await review(github, pullRequest, start);
      expect(result.commands).toEqual([`::error::${line}`]);
      expect([result.exitCode, result.outputs, result.stderr]).toEqual([1, { conclusion: 'failure' }, '']);
    });

    test('a commit that does not exist', async () => {
      const pullRequest = await propose({ 'llama/model-config.yaml': eightGpus });
      const side = { ref: 'main', sha: '0'.repeat(39) + '1' };
      const event = { pull_request: { number: 1, base: side, head: { ...side, ref: 'topic' } } };
      const result = await review(github, pullRequest, { event });
      expect(result.commands).toEqual([
        '::error::cannot find the merge base: GitHub answered 404 "Not Found"; it does not exist, or the token needs "contents: read"',
      ]);
      expect(result.exitCode).toBe(1);
    });

    test('nobody answers', async () => {
      const pullRequest = await propose({ 'llama/model-config.yaml': eightGpus });
      const result = await review(github, pullRequest, { apiUrl: 'http://127.0.0.1:9' });
      expect(result.commands.length).toBe(1);
      expect(result.commands[0]).toMatch(
        /^::error::cannot read the pull request: GitHub could not be reached \(/,
      );
      expect(result.exitCode).toBe(1);
    });
  });

  test('a GitHub that is briefly unavailable changes nothing', async () => {
    const pullRequest = await propose({ 'llama/model-config.yaml': eightGpus });
    github.standIn.injectFault({
      on: 'GET /repos/acme/serving/pulls/1/files',
      answer: badGateway(),
      times: 2,
    });
    const result = await review(github, pullRequest);
    expect([result.outputs['conclusion'], result.outputs['comment']]).toEqual(['success', 'created']);
  });
});

/** Nine levels of nine references each. */
function bomb(): string {
  const levels = ['a: &a ["x","x","x","x","x","x","x","x","x"]'];
  for (let level = 1; level < 9; level += 1) {
    const [previous, name] = ['abcdefghi'[level - 1], 'abcdefghi'[level]];
    levels.push(`${name}: &${name} [${Array.from({ length: 9 }, () => `*${previous}`).join(',')}]`);
  }
  return `${levels.join('\n')}\n`;
}
