import { badGateway } from '@topodiff/github-stand-in';
import { eightGpus, fourGpus, quotedEight } from '../src/testing/configs.ts';
import { describeScenarios, outline, review } from '../src/testing/scenarios.ts';
import { startStandInGithub } from '../src/testing/stand-in-github.ts';
import { useStandIn } from '../src/testing/use-stand-in.ts';

describe('against the stand-in', () => {
  describeScenarios(() => startStandInGithub());
});

describe('on our GitHub only', () => {
  const { current, propose } = useStandIn();

  test("a fork's read-only token leaves everything but the comment right, and says why", async () => {
    const fork = current().serving.addFork('mallory/serving');
    fork.commit({ branch: 'wider', files: { 'llama/model-config.yaml': quotedEight } });
    const pullRequest = current().serving.openPullRequest({
      head: 'wider',
      headRepository: fork,
      author: 'mallory',
    });
    const result = await review(
      current(),
      {
        event: () => Promise.resolve(current().standIn.pullRequestEvent(pullRequest, 'opened')),
        comment: () => Promise.resolve(),
        listComments: () => Promise.resolve([]),
      },
      { token: current().forkToken },
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
    const token = current().standIn.addToken({
      kind: 'actions',
      repository: current().serving,
      permissions: { contents: 'read' },
    });
    const result = await review(current(), pullRequest, { token });
    expect(outline(result)?.map(({ label }) => label)).toEqual(['tp 4 GPUs → pptp 8 GPUs']);
    expect(result.outputs).toMatchObject({ conclusion: 'success', comment: 'failed' });
    expect(result.stdout).toContain('the token needs "pull-requests: ');
  });

  test('a file that is none of TorchServe is listed as skipped', async () => {
    const pullRequest = await propose({ 'other/model-config.yaml': 'name: something else\n' });
    const result = await review(current(), pullRequest);
    expect(result.report?.skipped.map(({ path }) => path)).toEqual(['other/model-config.yaml']);
    expect(result.stdout).toMatch(/^other\/model-config\.yaml: skipped, /m);
    expect(result.summary).toContain('other/model-config.yaml');
    expect(result.outputs).toMatchObject({ conclusion: 'neutral', comment: 'not-needed' });
  });

  test('a change of comments alone is no news', async () => {
    const pullRequest = await propose({ 'llama/model-config.yaml': `# a remark\n${fourGpus}` });
    const result = await review(current(), pullRequest);
    expect(result.outputs).toMatchObject({
      conclusion: 'neutral',
      comment: 'not-needed',
      models: '1',
      'changed-models': '0',
    });
    expect(result.summary).toContain('1 file read, 0 changed');
  });

  test('pull_request_target reviews the head, not the default branch', async () => {
    const pullRequest = await propose({ 'llama/model-config.yaml': eightGpus });
    const result = await review(current(), pullRequest, { eventName: 'pull_request_target' });
    expect(outline(result)?.map(({ label }) => label)).toEqual(['tp 4 GPUs → pptp 8 GPUs']);
  });

  test('a file that was renamed and edited is compared with itself', async () => {
    const long = `# ${'a comment that makes the two files alike\n# '.repeat(20)}\n`;
    await current().commit('main', { 'old/model-config.yaml': long + fourGpus });
    const pullRequest = await propose({
      'old/model-config.yaml': null,
      'new/model-config.yaml': long + eightGpus,
    });
    expect(outline(await review(current(), pullRequest))).toEqual([
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
    const result = await review(current(), await propose({ 'llama/model-config.yaml': quotedEight }));
    const errors = result.commands.filter((line) => line.startsWith('::error '));
    expect(errors[0]).toMatch(
      /^::error file=llama\/model-config\.yaml,line=8,endLine=8,col=19,endColumn=22,title=[\w-]+::/,
    );
  });

  test('of each kind the ten worst become annotations, and the rest is counted', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 25 }, (_, index) => [`m${index}/model-config.yaml`, quotedEight]),
    );
    const result = await review(current(), await propose(files));
    expect(result.commands.filter((line) => line.startsWith('::error ')).length).toBe(10);
    for (const kind of ['::warning ', '::notice ']) {
      expect(result.commands.filter((line) => line.startsWith(kind)).length).toBeLessThanOrEqual(10);
    }
    expect(result.commands.at(-1)).toMatch(/^::notice title=topodiff::15 errors/);
    expect(result.outputs['errors']).toBe('25');
  });

  test('a GitHub that is briefly unavailable changes nothing', async () => {
    const pullRequest = await propose({ 'llama/model-config.yaml': eightGpus });
    current().standIn.injectFault({
      on: 'GET /repos/acme/serving/pulls/1/files',
      answer: badGateway(),
      times: 2,
    });
    const result = await review(current(), pullRequest);
    expect([result.outputs['conclusion'], result.outputs['comment']]).toEqual(['success', 'created']);
  });
});
