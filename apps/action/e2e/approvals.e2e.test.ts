import { secondaryRateLimit, type PullRequest } from '@topodiff/github-stand-in';
import { eightGpus, fourGpus } from '../src/testing/configs.ts';
import { askedFingerprints, makeEventRunner, ownComment } from '../src/testing/event-runner.ts';
import { useStandIn } from '../src/testing/use-stand-in.ts';

const { current } = useStandIn();
const { push, comment, start } = makeEventRunner(current);

const policy = `approvals:
  require: [topology-change, more-gpus, will-not-start]
  permission: maintain
  owners: [olga, acme/platform]
`;

/** A pull request of alice's that widens llama to eight GPUs, judged by the policy. */
function propose(
  files: Readonly<Record<string, string>> = { 'llama/model-config.yaml': eightGpus },
): PullRequest {
  const { serving } = current();
  serving.commit({ branch: 'main', files: { '.topodiff.yaml': policy } });
  serving.setPermission('mia', 'maintain');
  serving.setPermission('bob', 'write');
  serving.setPermission('olga', 'read');
  serving.commit({ branch: 'wider', files, author: 'alice' });
  return serving.openPullRequest({ head: 'wider', author: 'alice' });
}

async function askedFor(pullRequest: PullRequest): Promise<string> {
  await push(pullRequest);
  const [fingerprint, ...others] = askedFingerprints(pullRequest);
  expect(others).toEqual([]);
  expect(fingerprint).toMatch(/^[0-9a-f]{16}$/);
  return fingerprint ?? '';
}

const lastStatus = () => {
  const { state, description, sha, context } = current().serving.statuses.at(-1) ?? {};
  return { state, description, sha, context };
};

const replies = ({ comments }: PullRequest) =>
  comments
    .filter(({ author, body }) => author.login === 'github-actions[bot]' && body.startsWith('@'))
    .map(({ body }) => body);

describe('an approval', () => {
  test('is asked for, given by a comment, and listed: who, when, why', async () => {
    const pullRequest = propose();
    const fingerprint = await askedFor(pullRequest);
    expect(ownComment(pullRequest)).toContain(
      '### ⏳ Topology review waits for an approval: tp 4 GPUs → pptp 8 GPUs',
    );
    expect(lastStatus()).toEqual({
      state: 'pending',
      description: '1 change waits for an approval, see the comment.',
      sha: pullRequest.headSha,
      context: 'topodiff/topology',
    });
    const result = await comment(
      pullRequest,
      'mia',
      `/topodiff approve ${fingerprint} the new model needs it`,
    );
    expect(result.outputs).toMatchObject({
      approvals: 'approved',
      'pending-approvals': '0',
      status: 'success',
    });
    expect(ownComment(pullRequest)).toMatch(
      /by \*\*mia\*\* \(\[comment\]\(.*\), 20\d\d-\d\d-\d\d \d\d:\d\d UTC\): the new model needs it/,
    );
    expect(ownComment(pullRequest)).toContain('is advisory');
    expect(lastStatus()).toMatchObject({ state: 'success', description: 'Approved by mia.' });
    expect(replies(pullRequest)).toEqual([]);
  });

  test('survives a rebase, a rename and a reword', async () => {
    const pullRequest = propose();
    const fingerprint = await askedFor(pullRequest);
    await comment(pullRequest, 'mia', `/topodiff approve ${fingerprint} fine`);
    const { serving } = current();
    const main = serving.commit({ branch: 'main', files: { 'README.md': '# Moved on\n' } });
    serving.setBranch('wider', main);
    serving.commit({ branch: 'wider', files: { 'llama/model-config.yaml': eightGpus }, author: 'alice' });
    expect((await push(pullRequest)).outputs['approvals']).toBe('approved');
    serving.commit({
      branch: 'wider',
      files: { 'llama/model-config.yaml': null, 'llama-70b/model-config.yaml': eightGpus },
      author: 'alice',
    });
    const renamed = await push(pullRequest);
    expect(renamed.report?.models.map(({ path, previousPath }) => [path, previousPath])).toEqual([
      ['llama-70b/model-config.yaml', 'llama/model-config.yaml'],
    ]);
    expect(renamed.outputs['approvals']).toBe('approved');
    serving.commit({
      branch: 'wider',
      files: { 'llama-70b/model-config.yaml': `# why so many\n${eightGpus}` },
      author: 'alice',
    });
    expect((await push(pullRequest)).outputs['approvals']).toBe('approved');
    expect(lastStatus()).toMatchObject({ state: 'success', sha: pullRequest.headSha });
  });

  test('lapses when nproc-per-node changes', async () => {
    const pullRequest = propose();
    const fingerprint = await askedFor(pullRequest);
    await comment(pullRequest, 'mia', `/topodiff approve ${fingerprint} fine`);
    current().serving.commit({
      branch: 'wider',
      files: { 'llama/model-config.yaml': eightGpus.replace('nproc-per-node: 8', 'nproc-per-node: 6') },
      author: 'alice',
    });
    const result = await push(pullRequest);
    expect(result.outputs).toMatchObject({ approvals: 'pending', status: 'pending' });
    expect(askedFingerprints(pullRequest)).not.toContain(fingerprint);
    expect(ownComment(pullRequest)).toContain('no change in this review has that fingerprint');
  });

  test('does not hold for the same change of a second model', async () => {
    const { serving } = current();
    serving.commit({ branch: 'main', files: { 'mistral/model-config.yaml': fourGpus } });
    const pullRequest = propose();
    const fingerprint = await askedFor(pullRequest);
    await comment(pullRequest, 'mia', `/topodiff approve ${fingerprint} fine`);
    serving.commit({ branch: 'wider', files: { 'mistral/model-config.yaml': eightGpus }, author: 'alice' });
    const result = await push(pullRequest);
    expect(result.outputs).toMatchObject({ approvals: 'pending', 'pending-approvals': '1' });
    expect(result.report?.approvals?.required.map(({ path, approval }) => [path, approval?.by])).toEqual([
      ['llama/model-config.yaml', 'mia'],
      ['mistral/model-config.yaml', undefined],
    ]);
  });

  test.each([
    ['with a rebase', true],
    ['without a rebase', false],
  ])('lapses when base moves from tp 4 to tp 6, %s', async (_, isRebased) => {
    const pullRequest = propose();
    const fingerprint = await askedFor(pullRequest);
    await comment(pullRequest, 'mia', `/topodiff approve ${fingerprint} fine`);
    const { serving } = current();
    const six = fourGpus.replace('nproc-per-node: 4', 'nproc-per-node: 6');
    const main = serving.commit({ branch: 'main', files: { 'llama/model-config.yaml': six } });
    if (isRebased) {
      serving.setBranch('wider', main);
      serving.commit({ branch: 'wider', files: { 'llama/model-config.yaml': eightGpus }, author: 'alice' });
    }
    const result = await push(pullRequest);
    expect(result.outputs['approvals']).toBe('pending');
    expect(result.report?.approvals?.required[0]?.label).toBe('tp 6 GPUs → pptp 8 GPUs');
    if (!isRebased) expect(ownComment(pullRequest)).toContain('has moved 1 commit, 1 model changed there');
  });

  test('is gone when its comment is deleted', async () => {
    const pullRequest = propose();
    const fingerprint = await askedFor(pullRequest);
    await comment(pullRequest, 'mia', `/topodiff approve ${fingerprint} fine`);
    const given = pullRequest.comments.find(({ author }) => author.login === 'mia');
    if (given === undefined) throw new Error('mia has commented');
    pullRequest.deleteComment(given.id);
    const result = await start(
      'issue_comment',
      current().standIn.issueCommentEvent(pullRequest, given, 'deleted'),
    );
    expect(result.outputs).toMatchObject({ approvals: 'pending', status: 'pending' });
  });

  test('is gone with the permission', async () => {
    const pullRequest = propose();
    const fingerprint = await askedFor(pullRequest);
    await comment(pullRequest, 'mia', `/topodiff approve ${fingerprint} fine`);
    current().serving.setPermission('mia', 'write');
    expect((await push(pullRequest)).outputs['approvals']).toBe('pending');
    expect(ownComment(pullRequest)).toContain(
      'mia has the permission write, and the policy asks for maintain',
    );
  });
});

describe('what does not count is answered', () => {
  test.each([
    [
      'a user without permission',
      'bob',
      'bob has the permission write, and the policy asks for maintain or to be one of the owners that it lists',
    ],
    [
      'a stranger',
      'mallory',
      'mallory has the permission none, and the policy asks for maintain or to be one of the owners that it lists',
    ],
    ['the author', 'alice', 'alice opened this pull request'],
  ])('%s', async (_, login, reason) => {
    const pullRequest = propose();
    current().serving.setPermission('alice', 'admin');
    const fingerprint = await askedFor(pullRequest);
    const result = await comment(pullRequest, login, `/topodiff approve ${fingerprint} please`);
    expect(result.outputs['approvals']).toBe('pending');
    expect(replies(pullRequest)).toEqual([
      `@${login} This approval does not count:\n\n- \`${fingerprint}\`: ${reason}.\n`,
    ]);
    expect(ownComment(pullRequest)).toContain(`${reason}`);
  });

  test('somebody who wrote a commit of it', async () => {
    const pullRequest = propose();
    current().serving.commit({ branch: 'wider', files: { 'NOTES.md': 'x\n' }, author: 'mia' });
    const fingerprint = await askedFor(pullRequest);
    await comment(pullRequest, 'mia', `/topodiff approve ${fingerprint} mine`);
    expect(replies(pullRequest)).toEqual([
      `@mia This approval does not count:\n\n- \`${fingerprint}\`: mia wrote a commit of this pull request.\n`,
    ]);
  });

  test('an edited comment', async () => {
    const pullRequest = propose();
    const fingerprint = await askedFor(pullRequest);
    const given = pullRequest.addComment({ author: 'mia', body: 'looks good' });
    await new Promise((resolve) => setTimeout(resolve, 1100)); // GitHub's times are whole seconds
    const edited = pullRequest.editComment(given.id, `/topodiff approve ${fingerprint} fine`);
    if (edited === undefined) throw new Error('the comment is there');
    const event = current().standIn.issueCommentEvent(pullRequest, edited, 'edited', {
      changes: { body: { from: 'looks good' } },
    });
    const result = await start('issue_comment', event);
    expect(result.outputs['approvals']).toBe('pending');
    expect(replies(pullRequest)).toEqual([
      `@mia This approval does not count:\n\n- \`${fingerprint}\`: the comment was edited, which revokes it: write a new one.\n`,
    ]);
  });

  test.each([
    ['/topodiff approve', 'the fingerprint is not one of 16 hexadecimal digits'],
    ['/topodiff aprove 0123456789abcdef x', 'there is no command "aprove"'],
    ['/topodiff approve 0123456789abcdef', 'the reason is missing'],
    ['/topodiff approve 0123456789abcdef x', 'no change in this review has that fingerprint'],
  ])('%s', async (body, reason) => {
    const pullRequest = propose();
    await askedFor(pullRequest);
    await comment(pullRequest, 'mia', body);
    expect(replies(pullRequest).join('')).toContain(reason);
  });

  test('a comment that is no command starts nothing', async () => {
    const pullRequest = propose();
    await askedFor(pullRequest);
    current().standIn.clearRequests();
    const result = await comment(pullRequest, 'mia', 'should I /topodiff approve this?');
    expect(current().standIn.requests).toEqual([]);
    expect(result.outputs).toEqual({ conclusion: 'neutral' });
    expect(result.exitCode).toBe(0);
  });
});

describe('a review', () => {
  async function submit(
    pullRequest: PullRequest,
    author: string,
    state: 'APPROVED' | 'CHANGES_REQUESTED' = 'APPROVED',
  ) {
    const given = pullRequest.addReview({ author, state, body: 'we talked about it' });
    return start(
      'pull_request_review',
      current().standIn.pullRequestReviewEvent(pullRequest, given, 'submitted'),
    );
  }

  test('of a listed owner approves what it saw, until it is dismissed', async () => {
    const pullRequest = propose();
    await askedFor(pullRequest);
    const result = await submit(pullRequest, 'olga');
    expect(result.outputs).toMatchObject({ approvals: 'approved', status: 'success' });
    expect(ownComment(pullRequest)).toMatch(/by \*\*olga\*\* \(\[review\]\(.*\): we talked about it/);
    const [given] = pullRequest.reviews;
    pullRequest.dismissReview(given?.id ?? 0);
    expect((await push(pullRequest)).outputs['approvals']).toBe('pending');
  });

  test('of an earlier commit counts for the same effect, and not for another one', async () => {
    const pullRequest = propose();
    await askedFor(pullRequest);
    await submit(pullRequest, 'olga');
    const { serving } = current();
    serving.commit({ branch: 'wider', files: { 'NOTES.md': 'more\n' }, author: 'alice' });
    expect((await push(pullRequest)).outputs['approvals']).toBe('approved');
    serving.commit({
      branch: 'wider',
      files: { 'llama/model-config.yaml': eightGpus.replace('nproc-per-node: 8', 'nproc-per-node: 6') },
      author: 'alice',
    });
    const result = await push(pullRequest);
    expect(result.outputs['approvals']).toBe('pending');
    expect(result.report?.approvals?.refused.map(({ by, reason }) => `${by}: ${reason}`)).toEqual([
      expect.stringMatching(/^olga: the review saw [0-9a-f]{7}, whose changes had another effect$/),
    ]);
  });

  test('of somebody who is not listed does not count, whatever the permission', async () => {
    const pullRequest = propose();
    await askedFor(pullRequest);
    const result = await submit(pullRequest, 'mia');
    expect(result.outputs['approvals']).toBe('pending');
    expect(result.report?.approvals?.refused[0]?.reason).toBe(
      'mia is not one of the owners that the policy lists',
    );
  });
});

describe('a team', () => {
  test('counts for nobody when the token cannot look it up, and one line says so', async () => {
    const pullRequest = propose();
    const { standIn, serving } = current();
    serving.setPermission('tara', 'write');
    standIn.addTeam('acme/platform', ['tara']);
    const fingerprint = await askedFor(pullRequest);
    const result = await comment(pullRequest, 'tara', `/topodiff approve ${fingerprint} fine`);
    expect(result.outputs['approvals']).toBe('pending');
    expect(result.report?.approvals?.remarks).toEqual([
      'The team acme/platform counts for nobody: its members cannot be looked up with this token, which takes an App\'s or a personal one with "members: read" of the organization.',
    ]);
  });

  test("counts with an App's token, whose status binds", async () => {
    const pullRequest = propose();
    const { standIn, serving } = current();
    serving.setPermission('tara', 'write');
    standIn.addTeam('acme/platform', ['tara']);
    const token = standIn.addToken({
      kind: 'app',
      app: 'topodiff',
      repositories: [serving],
      permissions: {
        contents: 'read',
        pull_requests: 'write',
        checks: 'write',
        statuses: 'write',
        members: 'read',
      },
    });
    await push(pullRequest, { token });
    const [fingerprint = ''] = askedFingerprints(pullRequest);
    const body = `/topodiff approve ${fingerprint} fine`;
    const result = await comment(pullRequest, 'tara', body, { token });
    expect(result.outputs['approvals']).toBe('approved');
    expect(result.report?.approvals?.isAdvisory).toBe(false);
    expect(ownComment(pullRequest)).not.toContain('advisory');
    expect(serving.statuses.at(-1)?.creator.login).toBe('topodiff[bot]');
  });
});

test('a merge queue asks for the approval of the pull request that it tests', async () => {
  const pullRequest = propose();
  const { serving, standIn } = current();
  const fingerprint = await askedFor(pullRequest);
  const baseSha = serving.resolve('refs/heads/main') ?? '';
  const queue = `gh-readonly-queue/main/pr-${pullRequest.number}-${baseSha}`;
  const headSha = serving.commit({
    branch: queue,
    files: { 'llama/model-config.yaml': eightGpus },
    author: 'alice',
    committer: 'web-flow',
  });
  const event = standIn.mergeGroupEvent(serving, {
    headSha,
    headRef: `refs/heads/${queue}`,
    baseSha,
    baseRef: 'refs/heads/main',
  });
  expect((await start('merge_group', event)).outputs).toMatchObject({
    comment: 'disabled',
    status: 'pending',
  });
  await comment(pullRequest, 'mia', `/topodiff approve ${fingerprint} fine`);
  expect((await start('merge_group', event)).outputs).toMatchObject({
    approvals: 'approved',
    status: 'success',
  });
  expect(lastStatus().sha).toBe(headSha);
});

test('a merge queue knows a model that the pull request renames and edits', async () => {
  const pullRequest = propose({ 'llama/model-config.yaml': eightGpus });
  const { serving, standIn } = current();
  const files = { 'llama/model-config.yaml': null, 'llama-3/model-config.yaml': eightGpus };
  serving.commit({ branch: 'wider', files, author: 'alice' });
  const fingerprint = await askedFor(pullRequest);
  await comment(pullRequest, 'mia', `/topodiff approve ${fingerprint} fine`);
  const baseSha = serving.resolve('refs/heads/main') ?? '';
  const queue = `gh-readonly-queue/main/pr-${pullRequest.number}-${baseSha}`;
  const headSha = serving.commit({ branch: queue, from: 'main', files, author: 'alice' });
  const event = standIn.mergeGroupEvent(serving, {
    headSha,
    headRef: `refs/heads/${queue}`,
    baseSha,
    baseRef: 'refs/heads/main',
  });
  const result = await start('merge_group', event);
  expect(result.report?.models.map(({ path, previousPath }) => [path, previousPath])).toEqual([
    ['llama-3/model-config.yaml', 'llama/model-config.yaml'],
  ]);
  expect(result.outputs).toMatchObject({ approvals: 'approved', status: 'success' });
});

describe('the status says no success', () => {
  test('when an approval is taken back while the run writes', async () => {
    const pullRequest = propose();
    const fingerprint = await askedFor(pullRequest);
    const given = pullRequest.addComment({
      author: 'mia',
      body: `/topodiff approve ${fingerprint} fine`,
    });
    current().standIn.injectFault({
      on: /^(?:POST|PATCH) .*\/check-runs/,
      before: () => {
        pullRequest.deleteComment(given.id);
      },
    });
    const event = current().standIn.issueCommentEvent(pullRequest, given, 'created');
    const result = await start('issue_comment', event);
    expect(result.outputs['status']).toBe('pending');
    expect(lastStatus()).toMatchObject({
      state: 'pending',
      description: 'Not confirmed: an approval was taken back in the meantime.',
    });
  });

  test('when an old event names a base branch whose policy is weaker', async () => {
    const { serving, standIn } = current();
    serving.commit({
      branch: 'weak',
      files: { '.topodiff.yaml': 'approvals: { require: [will-not-start], owners: [eve] }\n' },
    });
    const pullRequest = propose();
    const event = standIn.pullRequestEvent(pullRequest, 'synchronize') as {
      pull_request: { base: { ref: string } };
    };
    event.pull_request.base.ref = 'weak';
    await push(pullRequest);
    const result = await start('pull_request_target', event);
    expect(result.outputs['approvals']).toBe('not-needed');
    expect(lastStatus()).toMatchObject({
      state: 'pending',
      description: `Not confirmed: #${pullRequest.number} goes into another branch by now.`,
    });
  });

  test('when the same commit goes into another branch too', async () => {
    const { serving, standIn } = current();
    serving.commit({
      branch: 'weak',
      files: { '.topodiff.yaml': 'approvals: { require: [will-not-start], owners: [eve] }\n' },
    });
    const pullRequest = propose();
    await push(pullRequest);
    const second = serving.openPullRequest({ head: 'wider', base: 'weak', author: 'alice' });
    const result = await start('pull_request_target', standIn.pullRequestEvent(second, 'opened'));
    expect(result.outputs).toMatchObject({ approvals: 'not-needed', status: 'pending' });
  });
});

test('a job of another key, which has nothing to approve, does not overwrite the status that waits', async () => {
  const pullRequest = propose();
  await push(pullRequest, { inputs: { key: 'llm', files: 'llama/**' } });
  await push(pullRequest, { inputs: { key: 'vision', files: 'bert/**' } });
  expect(current().serving.statuses.map(({ context, state }) => [context, state])).toEqual([
    ['topodiff/topology: llm', 'pending'],
    ['topodiff/topology: vision', 'success'],
  ]);
});

test('a job of another key does not answer an approval that is for none of its changes', async () => {
  const pullRequest = propose();
  const fingerprint = await askedFor(pullRequest);
  const remark = pullRequest.addComment({ author: 'mia', body: `/topodiff approve ${fingerprint} needed` });
  const event = current().standIn.issueCommentEvent(pullRequest, remark, 'created');
  await start('issue_comment', event, { inputs: { key: 'llm', files: 'llama/**' } });
  await start('issue_comment', event, { inputs: { key: 'vision', files: 'bert/**' } });
  expect(replies(pullRequest)).toEqual([]);
  expect(
    current()
      .serving.statuses.slice(-2)
      .map(({ context, state }) => [context, state]),
  ).toEqual([
    ['topodiff/topology: llm', 'success'],
    ['topodiff/topology: vision', 'success'],
  ]);
});

describe('while the policy of the base branch is broken', () => {
  const breakPolicy = (text: string) =>
    current().serving.commit({ branch: 'main', files: { '.topodiff.yaml': text } });

  test('a success of before does not stay, nor does a repair pass the gate', async () => {
    const pullRequest = propose();
    const fingerprint = await askedFor(pullRequest);
    await comment(pullRequest, 'mia', `/topodiff approve ${fingerprint} fine`);
    expect(lastStatus().state).toBe('success');
    breakPolicy(`${policy}budgetz: []\n`);
    expect((await push(pullRequest)).outputs).toMatchObject({ conclusion: 'failure', status: 'failure' });
    const failure = {
      state: 'failure',
      description:
        'The policy of the base branch is broken, so that nobody knows which changes need an approval.',
    };
    expect(lastStatus()).toMatchObject({ ...failure, sha: pullRequest.headSha });

    const { serving } = current();
    const headSha = serving.commit({
      branch: 'repair',
      from: 'main',
      files: { '.topodiff.yaml': policy, 'llama/model-config.yaml': eightGpus },
    });
    const repair = serving.openPullRequest({ head: 'repair', author: 'alice' });
    expect((await push(repair)).outputs).toMatchObject({ conclusion: 'success', status: 'failure' });
    expect(lastStatus()).toMatchObject({ ...failure, sha: headSha });

    const token = current().standIn.addToken({
      kind: 'actions',
      repository: serving,
      permissions: { contents: 'read', pull_requests: 'write', checks: 'write' },
    });
    const unsaid = await push(repair, { token });
    expect(unsaid.outputs).toMatchObject({ conclusion: 'success', status: 'failed' });
    expect([unsaid.exitCode, unsaid.commands.length]).toEqual([1, 1]);
    expect(unsaid.commands[0]).toContain(`::error::${failure.description} Nothing but this step says so: `);

    breakPolicy(policy);
    expect((await push(pullRequest)).outputs).toMatchObject({ approvals: 'approved', status: 'success' });
  });

  test('one that speaks of no approvals sets none, as before', async () => {
    const pullRequest = propose();
    breakPolicy('budgetz: []\n');
    expect((await push(pullRequest)).outputs).toMatchObject({ conclusion: 'failure', status: 'disabled' });
  });
});

test('a success does not outlive a run that could not review', async () => {
  const pullRequest = propose();
  const fingerprint = await askedFor(pullRequest);
  await comment(pullRequest, 'mia', `/topodiff approve ${fingerprint} fine`);
  expect(lastStatus()).toMatchObject({ state: 'success' });
  const toTrees = /^GET .*\/git\/trees\//;
  current().standIn.injectFault({ on: toTrees, answer: secondaryRateLimit({ retryAfter: 3600 }) });
  expect(await push(pullRequest)).toMatchObject({ exitCode: 1, outputs: { conclusion: 'failure' } });
  expect(lastStatus()).toMatchObject({
    state: 'failure',
    description: 'The newest run could not review this commit.',
    sha: pullRequest.headSha,
  });
  expect((await push(pullRequest)).outputs).toMatchObject({ approvals: 'approved', status: 'success' });
});

describe('the step fails', () => {
  test('when changes wait and the status that would say so cannot be set', async () => {
    const pullRequest = propose();
    const token = current().standIn.addToken({
      kind: 'actions',
      repository: current().serving,
      permissions: { contents: 'read', pull_requests: 'write', checks: 'write' },
    });
    const result = await push(pullRequest, { token });
    expect(result.exitCode).toBe(1);
    expect(result.outputs).toMatchObject({ conclusion: 'success', approvals: 'pending', status: 'failed' });
    expect(result.commands).toEqual([
      '::error::1 change waits for an approval, see the comment. Nothing but this step says so: cannot set the commit status: GitHub answered 403 "Resource not accessible by integration"; the token needs "statuses: write", and a pull request from a fork or of Dependabot gets a token that can only read.',
    ]);
  });
});

test('the number of the repository is the one of the event where the runner names none', async () => {
  const pullRequest = propose();
  const fingerprint = await askedFor(pullRequest);
  await push(pullRequest, { environment: { GITHUB_REPOSITORY_ID: '' } });
  expect(askedFingerprints(pullRequest)).toEqual([fingerprint]);
  const event = current().standIn.pullRequestEvent(pullRequest, 'synchronize') as { repository?: unknown };
  delete event.repository;
  pullRequest.addComment({ author: 'mia', body: `/topodiff approve ${fingerprint} fine` });
  const result = await start('pull_request_target', event, { environment: { GITHUB_REPOSITORY_ID: '' } });
  expect(result.outputs['approvals']).toBe('pending');
  expect(result.report?.approvals?.remarks).toEqual([
    'Approvals could not be looked up, so none counts: the runner does not say which repository this is (GITHUB_REPOSITORY_ID).',
  ]);
});

test('a bot is not answered, so that two programs cannot keep each other busy', async () => {
  const pullRequest = propose();
  const fingerprint = await askedFor(pullRequest);
  const result = await comment(pullRequest, 'helper[bot]', `/topodiff approve ${fingerprint} fine`);
  expect(result.outputs['approvals']).toBe('pending');
  expect(replies(pullRequest)).toEqual([]);
  expect(ownComment(pullRequest)).toContain("is no person's account");
});

test('a base branch with slashes and signs in its name is found', async () => {
  const { serving } = current();
  const base = 'release/2026.1#a%2Fb+ü';
  serving.commit({ branch: base, files: { '.topodiff.yaml': policy } });
  serving.commit({
    branch: 'wider',
    from: base,
    files: { 'llama/model-config.yaml': eightGpus },
    author: 'alice',
  });
  const pullRequest = serving.openPullRequest({ head: 'wider', base, author: 'alice' });
  serving.commit({
    branch: base,
    files: { '.topodiff.yaml': 'approvals: { require: [more-gpus], owners: [olga] }\n' },
  });
  const result = await push(pullRequest);
  expect(result.report?.approvals?.required.map(({ kinds }) => kinds)).toEqual([['more-gpus']]);
});
