import { outputNames } from '../outputs.ts';
import { eightGpus, fourGpus, quotedEight } from './configs.ts';
import type { GithubUnderTest, PullRequestUnderTest } from './github-under-test.ts';
import { runAction, type ActionResult, type ActionStart } from './run-action.ts';

/** Runs the action on a pull request as it is now. */
export async function review(
  github: GithubUnderTest,
  pullRequest: PullRequestUnderTest,
  start: Partial<ActionStart> = {},
): Promise<ActionResult> {
  const { apiUrl, graphqlUrl, repository, token } = github;
  return runAction({ apiUrl, graphqlUrl, repository, token, event: await pullRequest.event(), ...start });
}

/** What of a report the scenarios compare. */
export function outline({ report }: ActionResult) {
  return report?.models.map(({ path, previousPath, status, label, findings }) => ({
    path,
    ...(previousPath === null ? {} : { previousPath }),
    status,
    label,
    errors: findings.filter(({ severity }) => severity === 'error').map(({ ruleId }) => ruleId),
  }));
}

/** The marker of a comment of ours, for somebody else to copy. */
export const ourMarker =
  '<!-- topodiff:v1 key=review.yml%2Ftopology head=abc run=1-1 at=2026-01-01T00:00:00.000Z -->';

/** What every GitHub has to agree on: each scenario runs against our stand-in and against `emulate`. */
export function describeScenarios(start: () => Promise<GithubUnderTest>): void {
  let github: GithubUnderTest;
  beforeEach(async () => {
    github = await start();
    await github.commit('main', { 'llama/model-config.yaml': fourGpus });
  });
  afterEach(() => github.close());

  test('the first run creates the comment', async () => {
    await github.commit('wider', { 'llama/model-config.yaml': eightGpus });
    const pullRequest = await github.openPullRequest('wider');
    const result = await review(github, pullRequest);
    expect(outline(result)).toEqual([
      { path: 'llama/model-config.yaml', status: 'modified', label: 'tp 4 GPUs → pptp 8 GPUs', errors: [] },
    ]);
    const [comment, ...others] = await pullRequest.listComments();
    expect(others).toEqual([]);
    expect(comment?.login).toBe(github.ownLogin);
    expect(comment?.body).toContain('<!-- topodiff:v1 key=review.yml%2Ftopology ');
    expect(comment?.body).toContain('tp 4 GPUs → pptp 8 GPUs');
    expect(result.summary).toContain('tp 4 GPUs → pptp 8 GPUs');
    expect(Object.keys(result.outputs)).toEqual([...outputNames]);
    expect(result.outputs).toMatchObject({
      conclusion: 'success',
      report: expect.stringMatching(/topodiff-report-__topodiff\.json$/) as string, // any folder of the runner
      comment: 'created',
      'comment-url': expect.stringContaining('/acme/serving/') as string, // ids are the server's
      models: '1',
      'changed-models': '1',
      errors: '0',
      warnings: expect.stringMatching(/^\d+$/) as string, // what is advised may grow
      infos: expect.stringMatching(/^\d+$/) as string,
      'gpus-base': '4',
      'gpus-head': '8',
      'declared-gpus-base': '4',
      'declared-gpus-head': '8',
    });
    expect(result.exitCode).toBe(0);
    expect(result.stderr).toBe('');
  });

  test('a second run with new commits edits it', async () => {
    await github.commit('wider', { 'llama/model-config.yaml': eightGpus });
    const pullRequest = await github.openPullRequest('wider');
    await review(github, pullRequest, { runId: 1 });
    await github.commit('wider', { 'llama/model-config.yaml': quotedEight });
    const result = await review(github, pullRequest, { runId: 2 });
    expect(result.outputs['comment']).toBe('edited');
    const comments = await pullRequest.listComments();
    expect(comments.length).toBe(1);
    expect(comments[0]?.body).toContain('tp 8 GPUs (runs 1 GPU)');
    expect(result.exitCode).toBe(1);
    expect(result.outputs['conclusion']).toBe('failure');
  });

  test('a run that finds the same leaves it alone', async () => {
    await github.commit('wider', { 'llama/model-config.yaml': eightGpus });
    const pullRequest = await github.openPullRequest('wider');
    await review(github, pullRequest, { runId: 1 });
    const before = await pullRequest.listComments();
    const result = await review(github, pullRequest, { runId: 2 });
    expect(result.outputs['comment']).toBe('unchanged');
    expect(await pullRequest.listComments()).toEqual(before);
  });

  test('a comment of another user carrying our marker is left alone, and ours is found behind 250 comments', async () => {
    await github.commit('wider', { 'llama/model-config.yaml': eightGpus });
    const pullRequest = await github.openPullRequest('wider');
    const spoof = `${ourMarker}\nall good`;
    await pullRequest.comment('mallory', spoof);
    for (let index = 1; index < 250; index += 1) await pullRequest.comment('bob', `comment ${index}`);
    await review(github, pullRequest, { runId: 1 });
    await github.commit('wider', { 'llama/model-config.yaml': quotedEight });
    const result = await review(github, pullRequest, { runId: 2 });
    expect(result.outputs['comment']).toBe('edited');
    const comments = await pullRequest.listComments();
    expect(comments.length).toBe(251);
    expect(comments[0]).toEqual({ login: 'mallory', body: spoof });
    expect(comments.filter(({ login }) => login === github.ownLogin).length).toBe(1);
    expect(comments.at(-1)?.body).toContain('tp 8 GPUs (runs 1 GPU)');
  });

  test('an older run does not overwrite a newer one', async () => {
    const old = await github.commit('wider', { 'llama/model-config.yaml': eightGpus });
    const pullRequest = await github.openPullRequest('wider');
    const oldEvent = await pullRequest.event();
    await github.commit('wider', { 'llama/model-config.yaml': quotedEight });
    await review(github, pullRequest, { runId: 12 });
    const before = await pullRequest.listComments();
    const late = await review(github, pullRequest, { runId: 11, event: oldEvent });
    expect(late.report?.comparison?.head.sha).toBe(old);
    expect(outline(late)).toEqual([
      { path: 'llama/model-config.yaml', status: 'modified', label: 'tp 4 GPUs → pptp 8 GPUs', errors: [] },
    ]);
    expect(late.outputs['comment']).toBe('superseded');
    expect(await pullRequest.listComments()).toEqual(before);
  });

  test('added, removed and renamed files', async () => {
    await github.commit('main', {
      'gone/model-config.yaml': fourGpus.replace('300', '301'),
      'moved/model-config.yaml': fourGpus.replace('300', '302'),
      'out/model-config.yaml': fourGpus.replace('300', '303'),
      'in/settings.yaml': fourGpus.replace('300', '304'),
    });
    await github.commit('files', {
      'model-config.yml': `${'# not at all like the one that goes away\n'.repeat(20)}${eightGpus}`,
      'gone/model-config.yaml': null,
      'moved/model-config.yaml': null,
      'new-place/Model_Config.yaml': fourGpus.replace('300', '302'),
      'out/model-config.yaml': null,
      'out/settings.yaml': fourGpus.replace('300', '303'),
      'in/settings.yaml': null,
      'in/model-config.yaml': fourGpus.replace('300', '304'),
    });
    const result = await review(github, await github.openPullRequest('files'));
    const models = outline(result)?.map(({ path, previousPath, status, label }) => ({
      path,
      previousPath,
      status,
      label,
    }));
    expect(models?.sort((a, b) => (a.path < b.path ? -1 : 1))).toEqual([
      { path: 'gone/model-config.yaml', status: 'removed', label: 'tp 4 GPUs → ∅' },
      { path: 'in/model-config.yaml', status: 'added', label: '∅ → tp 4 GPUs' },
      { path: 'model-config.yml', status: 'added', label: '∅ → pptp 8 GPUs' },
      {
        path: 'new-place/Model_Config.yaml',
        previousPath: 'moved/model-config.yaml',
        status: 'renamed',
        label: 'tp 4 GPUs',
      },
      { path: 'out/model-config.yaml', status: 'removed', label: 'tp 4 GPUs → ∅' },
    ]);
  });

  test('a symbolic link is a finding and is not followed', async () => {
    await github.commit('link', { 'mistral/model-config.yaml': { linkTo: '../llama/model-config.yaml' } });
    const result = await review(github, await github.openPullRequest('link'));
    expect(result.report?.models.map(({ path, head }) => [path, head?.outcome])).toEqual([
      ['mistral/model-config.yaml', 'unreadable'],
    ]);
    const findings = result.report?.models.flatMap((model) => model.findings) ?? [];
    expect(findings.map(({ message }) => message).join()).toContain('../llama/model-config.yaml');
  });

  test('a syntax error in one file does not hide the other', async () => {
    await github.commit('broken', {
      'llama/model-config.yaml': eightGpus,
      'mistral/model-config.yaml': 'minWorkers: [1\nmaxWorkers: 2\n',
    });
    const result = await review(github, await github.openPullRequest('broken'), {
      inputs: { 'check-run': 'false' },
    });
    expect(result.report?.models.map(({ path, head }) => [path, head?.outcome]).sort()).toEqual([
      ['llama/model-config.yaml', 'loaded'],
      ['mistral/model-config.yaml', 'no-config'],
    ]);
    expect(
      result.commands.some((line) => /^::error .*file=mistral\/model-config\.yaml,line=/.test(line)),
    ).toBe(true);
    expect(result.exitCode).toBe(1);
  });

  test('nothing relevant changed: neutral and no comment', async () => {
    await github.commit('readme', { 'README.md': '# New\n', 'config.yaml': 'a: 1\n' });
    const pullRequest = await github.openPullRequest('readme');
    const result = await review(github, pullRequest);
    expect(result.outputs).toMatchObject({ conclusion: 'neutral', comment: 'not-needed', models: '0' });
    expect(await pullRequest.listComments()).toEqual([]);
    expect(result.exitCode).toBe(0);
  });

  test('a change that is taken back turns the comment into "no change"', async () => {
    await github.commit('back', { 'llama/model-config.yaml': eightGpus });
    const pullRequest = await github.openPullRequest('back');
    await review(github, pullRequest, { runId: 1 });
    await github.commit('back', { 'llama/model-config.yaml': fourGpus });
    const result = await review(github, pullRequest, { runId: 2 });
    expect(result.outputs).toMatchObject({ conclusion: 'neutral', comment: 'edited' });
    const comments = await pullRequest.listComments();
    expect(comments.length).toBe(1);
    expect(comments[0]?.body).not.toContain('pptp');
  });
}
