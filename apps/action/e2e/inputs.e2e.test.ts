import { eightGpus, fourGpus, quotedEight } from '../src/testing/configs.ts';
import { review } from '../src/testing/scenarios.ts';
import { useStandIn } from '../src/testing/use-stand-in.ts';

const { current, propose } = useStandIn();

describe('inputs', () => {
  test('gpus: a host that is too small makes it fail', async () => {
    const pullRequest = await propose({ 'llama/model-config.yaml': eightGpus });
    const result = await review(current(), pullRequest, { inputs: { gpus: '4' } });
    expect(result.report?.host.gpus).toBe(4);
    expect(result.outputs['conclusion']).toBe('failure');
    expect(result.outputs['gpus-head']).toBe('0');
  });

  test('fail-on: never passes with errors, and still shows them', async () => {
    const pullRequest = await propose({ 'llama/model-config.yaml': quotedEight });
    const result = await review(current(), pullRequest, { inputs: { 'fail-on': 'never' } });
    expect([result.exitCode, result.outputs['conclusion'], result.outputs['errors']]).toEqual([
      0,
      'success',
      '1',
    ]);
  });

  test('fail-on: warning fails on a warning, with a line that says so', async () => {
    const slow = eightGpus.replace('startupTimeout: 1200\n', '');
    const pullRequest = await propose({ 'llama/model-config.yaml': slow });
    const strict = await review(current(), pullRequest, { inputs: { 'fail-on': 'warning' } });
    expect([strict.exitCode, strict.outputs['errors']]).toEqual([1, '0']);
    expect(strict.commands.filter((line) => line.startsWith('::error::')).length).toBe(1);
    const usual = await review(current(), pullRequest, { runId: 2 });
    expect(usual.exitCode).toBe(0);
  });

  test('comment: false writes none', async () => {
    const pullRequest = await propose({ 'llama/model-config.yaml': eightGpus });
    const result = await review(current(), pullRequest, { inputs: { comment: 'false' } });
    expect(result.outputs).toMatchObject({ comment: 'disabled', 'comment-url': '' });
    expect(await pullRequest.listComments()).toEqual([]);
  });

  test('key: two jobs keep a comment each', async () => {
    const pullRequest = await propose({ 'llama/model-config.yaml': eightGpus });
    await review(current(), pullRequest, { inputs: { key: 'a100', gpus: '8' } });
    await review(current(), pullRequest, { inputs: { key: 'l4', gpus: '4' } });
    expect((await pullRequest.listComments()).length).toBe(2);
  });

  test('files: other names, with exclusions', async () => {
    const pullRequest = await propose({
      'llama/model-config.yaml': eightGpus,
      'a/serve.yaml': fourGpus,
      'drafts/serve.yaml': fourGpus,
    });
    const result = await review(current(), pullRequest, { inputs: { files: '**/serve.yaml\n!drafts/**' } });
    expect(result.report?.models.map(({ path }) => path)).toEqual(['a/serve.yaml']);
  });

  test('files: globs that name nothing are told on the pull request, and not passed over as no change', async () => {
    const pullRequest = await propose({ 'llama/model-config.yaml': quotedEight });
    const result = await review(current(), pullRequest, { inputs: { files: 'llama' } });
    expect(result.outputs).toMatchObject({ models: '0', comment: 'created' });
    const line = /warning.* No file at either commit is one that the input files names.*: llama\./;
    expect((await pullRequest.listComments())[0]?.body).toMatch(line);
    expect(result.stdout).toMatch(line);
    expect(result.summary).toMatch(line);
  });

  test('config-properties: each side is read with its own', async () => {
    const plain = 'responseTimeout: 300\n';
    await current().commit('main', {
      'plain/model-config.yaml': plain,
      'config.properties': 'default_workers_per_model=1\n',
    });
    const pullRequest = await propose({
      'plain/model-config.yaml': `${plain}batchSize: 2\n`,
      'config.properties': 'default_workers_per_model=3\n',
    });
    const inputs = { 'config-properties': 'config.properties', gpus: '4' };
    const result = await review(current(), pullRequest, { inputs });
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
    const result = await review(current(), pullRequest, { inputs: { 'config-properties': path } });
    expect(result.commands.length).toBe(1);
    expect(result.commands[0]?.startsWith(`::error::input config-properties: ${line}`)).toBe(true);
    expect([result.exitCode, result.outputs['conclusion']]).toEqual([1, 'failure']);
  });

  test('bad ones are named, each in a line, and nothing is asked of GitHub', async () => {
    const pullRequest = await propose({ 'llama/model-config.yaml': eightGpus });
    const inputs = { gpus: 'many\n::error::x', cpus: '-1', 'fail-on': 'sometimes', 'github-token': '' };
    const result = await review(current(), pullRequest, { inputs });
    expect(result.commands).toEqual([
      '::error::input github-token: it is empty; leave it out to use the token of the workflow',
      '::error::input gpus: it takes a whole number from 0 to 1024, not "many\\n::error::x"',
      '::error::input cpus: it takes a whole number from 0 to 65536, not "-1"',
      '::error::input fail-on: it takes one of error, warning, info, never, not "sometimes"',
    ]);
    expect([result.exitCode, result.outputs]).toEqual([1, { conclusion: 'failure' }]);
    expect(result.summary).toContain('could not review this');
    expect(current().standIn.requests).toEqual([]);
  });
});

describe('what stops a run is one line', () => {
  test.each([
    {
      name: 'a bad token',
      start: { token: 'ghs_unknown' },
      line: 'cannot find the tip of the base branch: GitHub does not accept the token (401 "Bad credentials")',
    },
    {
      name: 'another event',
      start: { eventName: 'schedule' },
      line: 'the event "schedule" is not supported; run topodiff on one of pull_request, pull_request_target, merge_group, push, workflow_dispatch, workflow_run, issue_comment, pull_request_review, or name a pull-request',
    },
    {
      name: 'a broken event',
      start: { event: '{' },
      line: 'the file that GITHUB_EVENT_PATH names is not JSON',
    },
  ])('$name', async ({ start, line }) => {
    const pullRequest = await propose({ 'llama/model-config.yaml': eightGpus });
    const result = await review(current(), pullRequest, start);
    expect(result.commands).toEqual([`::error::${line}`]);
    expect([result.exitCode, result.outputs, result.stderr]).toEqual([1, { conclusion: 'failure' }, '']);
  });

  test('a commit that does not exist', async () => {
    const pullRequest = await propose({ 'llama/model-config.yaml': eightGpus });
    const side = { ref: 'main', sha: '0'.repeat(39) + '1' };
    const event = { pull_request: { number: 1, base: side, head: { ...side, ref: 'topic' } } };
    const result = await review(current(), pullRequest, { event });
    expect(result.commands).toEqual([
      '::error::cannot find the merge base: GitHub answered 404 "Not Found"; it does not exist, or the token needs "contents: read"',
    ]);
    expect(result.exitCode).toBe(1);
  });

  test('an error that nobody foresaw, which is a failure in the outputs too', async () => {
    const pullRequest = await propose({ 'llama/model-config.yaml': eightGpus });
    const result = await review(current(), pullRequest, { environment: { RUNNER_TEMP: '/no/such/folder' } });
    expect(result.commands[0]).toMatch(/^::error::internal error, please report it: ENOENT/);
    expect([result.exitCode, result.outputs, result.stderr]).toEqual([1, { conclusion: 'failure' }, '']);
  });

  test('nobody answers', async () => {
    const pullRequest = await propose({ 'llama/model-config.yaml': eightGpus });
    const result = await review(current(), pullRequest, { apiUrl: 'http://127.0.0.1:9' });
    expect(result.commands.length).toBe(1);
    expect(result.commands[0]).toMatch(
      /^::error::cannot find the tip of the base branch: GitHub could not be reached \(/,
    );
    expect(result.exitCode).toBe(1);
  });
});
