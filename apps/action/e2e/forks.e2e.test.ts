import { forkPermissions, type PullRequest, type Repository } from '@topodiff/github-stand-in';
import { eightGpus, quotedEight } from '../src/testing/configs.ts';
import { makeEventRunner, ownComment } from '../src/testing/event-runner.ts';
import { useStandIn } from '../src/testing/use-stand-in.ts';

const { current } = useStandIn();
const { start } = makeEventRunner(current);

function proposeFromFork(): { readonly fork: Repository; readonly pullRequest: PullRequest } {
  const { serving } = current();
  const fork = serving.addFork('mallory/serving');
  fork.commit({ branch: 'wider', files: { 'llama/model-config.yaml': eightGpus } });
  const pullRequest = serving.openPullRequest({ head: 'wider', headRepository: fork, author: 'mallory' });
  return { fork, pullRequest };
}

test('one stage, pull_request_target: everything is written, and nothing is checked out', async () => {
  const { pullRequest } = proposeFromFork();
  const event = current().standIn.pullRequestEvent(pullRequest, 'opened');
  const result = await start('pull_request_target', event);
  expect(result.outputs).toMatchObject({ conclusion: 'success', comment: 'created', 'check-run': 'written' });
  expect(ownComment(pullRequest)).toContain('tp 4 GPUs → pptp 8 GPUs');
  expect(current().serving.checkRuns.map(({ headSha }) => headSha)).toEqual([pullRequest.headSha]);
  const asked = new Set(current().standIn.requests.map(({ path }) => path.split('/').slice(0, 4).join('/')));
  expect([...asked].sort()).toEqual(['/graphql', '/repos/acme/serving']);
});

test('pull_request: a token that only reads costs the writing, one line each, and the review is right', async () => {
  const { pullRequest } = proposeFromFork();
  const event = current().standIn.pullRequestEvent(pullRequest, 'opened');
  const result = await start('pull_request', event, { token: current().forkToken });
  expect(result.outputs).toMatchObject({ conclusion: 'success', comment: 'failed', 'check-run': 'failed' });
  const said = 'GitHub answered 403 "Resource not accessible by integration"; the token needs';
  const fork = 'and a pull request from a fork or of Dependabot gets a token that can only read';
  expect(result.stdout.split('\n').filter((line) => line.startsWith('No '))).toEqual([
    `No comment on the pull request: cannot create the comment: ${said} "pull-requests: write", ${fork}.`,
    `No check run: cannot create the check run: ${said} "checks: write", ${fork}.`,
  ]);
  expect(result.commands.length).toBeGreaterThan(0);
  expect(forkPermissions).toMatchObject({ checks: 'read' });
});

describe('two stages, workflow_run', () => {
  test('finds the open pull request whose live head the run had, and reviews it anew', async () => {
    const { pullRequest } = proposeFromFork();
    const result = await start('workflow_run', current().standIn.workflowRunEvent(pullRequest));
    expect(result.outputs).toMatchObject({
      conclusion: 'success',
      comment: 'created',
      'check-run': 'written',
    });
    expect(ownComment(pullRequest)).toContain('tp 4 GPUs → pptp 8 GPUs');
    const paths = current().standIn.requests.map(({ path }) => path);
    expect(paths.filter((path) => /artifacts|\/runs\//.test(path))).toEqual([]);
  });

  test('a head that is no longer the one of the pull request is refused', async () => {
    const { fork, pullRequest } = proposeFromFork();
    const event = current().standIn.workflowRunEvent(pullRequest);
    const old = pullRequest.headSha.slice(0, 7);
    fork.commit({ branch: 'wider', files: { 'llama/model-config.yaml': quotedEight } });
    const result = await start('workflow_run', event);
    expect(result.outputs).toEqual({ conclusion: 'neutral' });
    expect(result.stdout.split('\n')).toEqual([
      `neutral: ${old} is no longer the head of the pull request from mallory/serving:wider: a newer run reviews it`,
      '',
    ]);
    expect(pullRequest.comments).toEqual([]);
    expect(current().serving.checkRuns).toEqual([]);
  });

  test('a closed pull request is none', async () => {
    const { pullRequest } = proposeFromFork();
    const event = current().standIn.workflowRunEvent(pullRequest);
    pullRequest.close();
    const result = await start('workflow_run', event);
    expect(result.stdout).toBe('neutral: no open pull request comes from mallory/serving:wider\n');
  });

  test('a branch of the same name in another fork is not the one', async () => {
    const { pullRequest } = proposeFromFork();
    const other = current().serving.addFork('eve/serving');
    other.commit({ branch: 'wider', files: { 'llama/model-config.yaml': quotedEight } });
    const event = current().standIn.workflowRunEvent(pullRequest) as {
      workflow_run: { head_repository: { full_name: string } };
    };
    event.workflow_run.head_repository.full_name = 'eve/serving';
    const result = await start('workflow_run', event);
    expect(result.stdout).toBe('neutral: no open pull request comes from eve/serving:wider\n');
  });

  test('two pull requests with one head are told apart by nobody', async () => {
    const { fork, pullRequest } = proposeFromFork();
    const { serving } = current();
    serving.commit({ branch: 'release', files: { 'README.md': '# Release\n' } });
    serving.openPullRequest({ head: 'wider', headRepository: fork, base: 'release', author: 'mallory' });
    const result = await start('workflow_run', current().standIn.workflowRunEvent(pullRequest));
    expect(result.commands[0]).toMatch(
      /^::error::several open pull requests have the head of this run \(#\d+, #\d+\)/,
    );
  });
});
