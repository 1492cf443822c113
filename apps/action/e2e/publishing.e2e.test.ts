import { abuse, badGateway, secondaryRateLimit } from '@topodiff/github-stand-in';
import { eightGpus, fourGpus, quotedEight } from '../src/testing/configs.ts';
import { makeEventRunner, ownComment } from '../src/testing/event-runner.ts';
import { runTopodiffFix } from '../src/testing/run-topodiff-fix.ts';
import { ourMarker } from '../src/testing/scenarios.ts';
import { useStandIn } from '../src/testing/use-stand-in.ts';

const { current } = useStandIn();
const { push, start } = makeEventRunner(current);

function propose(files: Readonly<Record<string, string | null>> = { 'llama/model-config.yaml': eightGpus }) {
  current().serving.commit({ branch: 'topic', files });
  return current().serving.openPullRequest({ head: 'topic', author: 'alice' });
}

const isCheckRunWrite = ({ method, path }: { readonly method: string; readonly path: string }) =>
  method !== 'GET' && path.includes('/check-runs');

describe('the check run', () => {
  test('1,000 findings: 20 requests of 50, one after the other, and the conclusion with the last', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 500 }, (_, index) => [`m${index}/model-config.yaml`, twoFindings]),
    );
    const result = await push(propose(files));
    const [checkRun, ...others] = current().serving.checkRuns;
    expect(others).toEqual([]);
    const findings = result.report?.models.flatMap((model) => model.findings).length ?? 0;
    expect(findings).toBe(1000);
    expect(checkRun?.annotations.length).toBe(1000);
    expect(checkRun?.conclusion).toBe('failure');
    const writes = current().standIn.requests.filter(isCheckRunWrite);
    expect(writes.map(({ body }) => annotationsIn(body))).toEqual(Array.from({ length: 20 }, () => 50));
    expect(writes.map(({ body }) => (body as { conclusion?: string }).conclusion)).toEqual([
      ...Array.from({ length: 19 }, () => undefined),
      'failure',
    ]);
    expect(result.commands).toEqual([]);
  });

  test('without checks: write the ten worst of each kind become annotations, and a line says so', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 25 }, (_, index) => [`m${index}/model-config.yaml`, quotedEight]),
    );
    const result = await push(propose(files), { token: current().token });
    expect(result.outputs['check-run']).toBe('failed');
    expect(result.commands.filter((line) => line.startsWith('::error ')).length).toBe(10);
    expect(result.commands.at(-1)).toMatch(/^::notice title=topodiff::15 errors.*checks: write/);
    expect(result.stdout).toMatch(
      /^No check run: cannot create the check run: .* the token needs "checks: write"/m,
    );
    expect(result.summary).toContain('checks: write');
  });

  test('a creation whose answer is lost is found again, and not made twice', async () => {
    current().standIn.injectFault({ on: /^POST .*\/check-runs$/, answer: badGateway(), afterEffect: true });
    const result = await push(propose());
    expect(result.outputs['check-run']).toBe('written');
    expect(current().serving.checkRuns.length).toBe(1);
  });
});

const twoFindings = `deviceType: cpu\nresponseTimeout: 300\nstartupTimeout: 300\nbatchSize: "4"\n`;

function annotationsIn(body: unknown): number {
  return (body as { output: { annotations: readonly unknown[] } }).output.annotations.length; // a request that the stand-in has checked
}

describe('suggestions', () => {
  test('taken, they give exactly what topodiff fix gives', async () => {
    const pullRequest = propose({ 'llama/model-config.yaml': quotedEight });
    const result = await push(pullRequest);
    expect(result.outputs['suggestions']).toBe('1');
    expect(pullRequest.reviews.length).toBe(1);
    const [suggestion, ...others] = pullRequest.reviewComments;
    expect(others).toEqual([]);
    pullRequest.applySuggestion(suggestion?.id ?? 0, { author: 'alice' });
    const contents = await fetch(
      `${current().apiUrl}/repos/acme/serving/contents/llama/model-config.yaml?ref=topic`,
      {
        headers: {
          authorization: `token ${current().fullToken}`,
          accept: 'application/vnd.github.raw+json',
          'user-agent': 'topodiff-tests',
        },
      },
    );
    const fixed = await contents.text();
    expect(fixed).toBe(runTopodiffFix(quotedEight));
    expect(fixed).toBe(fourGpus.replace('nproc-per-node: 4', 'nproc-per-node: 8'));
    expect((await push(pullRequest)).outputs['conclusion']).toBe('success');
  });

  test('are made once, and anew only when their lines changed', async () => {
    const pullRequest = propose({ 'llama/model-config.yaml': quotedEight });
    await push(pullRequest);
    expect((await push(pullRequest)).outputs['suggestions']).toBe('0');
    current().serving.commit({
      branch: 'topic',
      files: { 'llama/model-config.yaml': quotedEight.replace('"8"', '"6"') },
    });
    expect((await push(pullRequest)).outputs['suggestions']).toBe('1');
    expect(pullRequest.reviews.length).toBe(2);
  });

  test('stand only on lines of the diff', async () => {
    const filler = Array.from({ length: 20 }, (_, index) => `# line ${index}\n`).join('');
    current().serving.commit({
      branch: 'main',
      files: { 'far/model-config.yaml': `${quotedEight}${filler}batchSize: 1\n` },
    });
    const pullRequest = propose({ 'far/model-config.yaml': `${quotedEight}${filler}batchSize: 2\n` });
    const result = await push(pullRequest);
    expect(result.outputs).toMatchObject({ errors: '1', suggestions: '0' });
    expect(pullRequest.reviews).toEqual([]);
  });

  test('more than 30 come in the next review', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 35 }, (_, index) => [`m${index}/model-config.yaml`, quotedEight]),
    );
    const pullRequest = propose(files);
    expect((await push(pullRequest)).outputs['suggestions']).toBe('30');
    expect(pullRequest.reviews[0]?.body).toContain('5 more follow with the next push');
    expect((await push(pullRequest)).outputs['suggestions']).toBe('5');
  });
});

describe('the comment', () => {
  test('a spoofed marker and 1,000 comments before ours: ours is found and edited', async () => {
    const pullRequest = propose();
    const spoof = `${ourMarker}\nall good`;
    pullRequest.addComment({ author: 'mallory', body: spoof });
    for (let index = 1; index < 1000; index += 1)
      pullRequest.addComment({ author: 'bob', body: `comment ${index}` });
    await push(pullRequest);
    current().serving.commit({ branch: 'topic', files: { 'llama/model-config.yaml': quotedEight } });
    expect((await push(pullRequest)).outputs['comment']).toBe('edited');
    expect(pullRequest.comments.length).toBe(1001);
    expect(pullRequest.comments[0]?.body).toBe(spoof);
    expect(pullRequest.comments.at(-1)?.body).toContain('tp 8 GPUs (runs 1 GPU)');
  });

  test('two runs that finish out of order: the newer one stays', async () => {
    const pullRequest = propose();
    const old = current().standIn.pullRequestEvent(pullRequest, 'synchronize');
    current().serving.commit({ branch: 'topic', files: { 'llama/model-config.yaml': quotedEight } });
    await push(pullRequest, { runId: 52 });
    const late = await start('pull_request_target', old, { runId: 51 });
    expect(late.outputs['comment']).toBe('superseded');
    expect(ownComment(pullRequest)).toContain('tp 8 GPUs (runs 1 GPU)');
  });

  test('a run that is started again after a push reviews the head of now', async () => {
    const pullRequest = propose();
    const first = current().standIn.pullRequestEvent(pullRequest, 'opened');
    current().serving.commit({ branch: 'topic', files: { 'llama/model-config.yaml': quotedEight } });
    const again = await start('pull_request_target', first, { attempt: 2 });
    expect(again.report?.comparison?.head.sha).toBe(pullRequest.headSha);
    expect(ownComment(pullRequest)).toContain('tp 8 GPUs (runs 1 GPU)');
    pullRequest.close();
    const late = await start('pull_request_target', first, { attempt: 3 });
    expect(late.outputs).toEqual({ conclusion: 'neutral' });
  });

  const toComments = /^POST .*\/issues\/1\/comments$/;

  test('502 twice: one comment in the end', async () => {
    current().standIn.injectFault({ on: toComments, answer: badGateway(), times: 2 });
    const pullRequest = propose();
    expect((await push(pullRequest)).outputs['comment']).toBe('created');
    expect(pullRequest.comments.length).toBe(1);
  });

  test('a rate limit that names its end is waited for', async () => {
    current().standIn.injectFault({ on: toComments, answer: secondaryRateLimit({ retryAfter: 1 }) });
    const pullRequest = propose();
    const startedAt = Date.now();
    expect((await push(pullRequest)).outputs['comment']).toBe('created');
    expect(Date.now() - startedAt).toBeGreaterThan(1000);
    expect(pullRequest.comments.length).toBe(1);
  });

  test('a rate limit that ends too late is one line', async () => {
    current().standIn.injectFault({ on: toComments, answer: secondaryRateLimit({ retryAfter: 3600 }) });
    const result = await push(propose());
    expect(result.outputs).toMatchObject({ comment: 'failed', conclusion: 'success' });
    expect(result.stdout).toMatch(
      /^No comment on the pull request: cannot create the comment: the rate limit of the token is used up \(403 ".*"\), try again after 3600 s\.$/m,
    );
  });

  test('403 is one line that names the permission', async () => {
    const token = current().standIn.addToken({
      kind: 'actions',
      repository: current().serving,
      permissions: { contents: 'read', pull_requests: 'read', checks: 'write' },
    });
    const result = await push(propose(), { token });
    const lines = result.stdout.split('\n').filter((line) => line.startsWith('No '));
    expect(lines).toEqual([
      'No comment on the pull request: cannot create the comment: GitHub answered 403 "Resource not accessible by integration"; the token needs "pull-requests: write", and a pull request from a fork or of Dependabot gets a token that can only read.',
    ]);
  });

  test('abuse in a review costs the suggestions for now, in one line', async () => {
    // More often than is waited for; no test waits minutes.
    current().standIn.injectFault({
      on: /^POST .*\/reviews$/,
      answer: { ...abuse(), headers: { 'retry-after': '3600' } },
    });
    const result = await push(propose({ 'llama/model-config.yaml': quotedEight }));
    expect(result.outputs).toMatchObject({ suggestions: '0', comment: 'created' });
    expect(result.stdout).toMatch(
      /^No suggestions on the pull request: cannot suggest fixes in a review: GitHub says that it came too quickly \(422 "Validation Failed"\), try again after 3600 s\.$/m,
    );
  });
});

describe('other events', () => {
  test('a push: summary and check run, no comment, no approval to wait for', async () => {
    const { serving, standIn } = current();
    serving.commit({
      branch: 'main',
      files: { '.topodiff.yaml': 'approvals:\n  require: [topology-change]\n  permission: maintain\n' },
    });
    const before = serving.resolve('refs/heads/main') ?? '';
    const after = serving.commit({ branch: 'main', files: { 'llama/model-config.yaml': eightGpus } });
    const event = standIn.pushEvent(serving, { ref: 'refs/heads/main', before, after });
    const result = await start('push', event);
    expect(result.outputs).toMatchObject({
      conclusion: 'success',
      comment: 'disabled',
      'check-run': 'written',
      status: 'disabled',
      approvals: 'not-needed',
      'gpus-base': '4',
      'gpus-head': '8',
    });
    expect(result.summary).toContain('tp 4 GPUs → pptp 8 GPUs');
    expect(serving.checkRuns.map(({ headSha }) => headSha)).toEqual([after]);
  });

  test('a merge group: the combined topology of its entries', async () => {
    const { serving, standIn } = current();
    serving.commit({ branch: 'main', files: { '.topodiff.yaml': 'budgets:\n  - gpus: 14\n' } });
    const baseSha = serving.commit({
      branch: 'gh-readonly-queue/main/pr-1-base',
      files: { 'llama/model-config.yaml': eightGpus },
    });
    const headSha = serving.commit({
      branch: 'gh-readonly-queue/main/pr-2-head',
      from: baseSha,
      files: { 'mistral/model-config.yaml': eightGpus },
    });
    const event = standIn.mergeGroupEvent(serving, {
      headSha,
      headRef: 'refs/heads/gh-readonly-queue/main/pr-2-head',
      baseSha,
      baseRef: 'refs/heads/main',
    });
    const result = await start('merge_group', event);
    expect(result.outputs).toMatchObject({
      conclusion: 'failure',
      'over-budget': 'true',
      'gpus-base': '8',
      'gpus-head': '16',
    });
  });

  test('by hand on the default branch: every model of the repository is checked', async () => {
    const { serving, standIn } = current();
    const sha = serving.commit({ branch: 'main', files: { 'mistral/model-config.yaml': quotedEight } });
    const result = await start(
      'workflow_dispatch',
      standIn.workflowDispatchEvent(serving, { ref: 'refs/heads/main' }),
      {
        environment: { GITHUB_SHA: sha, GITHUB_REF: 'refs/heads/main' },
      },
    );
    expect(result.outputs).toMatchObject({ conclusion: 'failure', models: '2', errors: '1' });
    expect(result.report?.comparison).toBeNull();
  });

  test('by hand with the number of a pull request', async () => {
    const pullRequest = propose();
    const event = current().standIn.workflowDispatchEvent(current().serving, { ref: 'refs/heads/main' });
    const result = await start('workflow_dispatch', event, {
      inputs: { 'pull-request': String(pullRequest.number) },
    });
    expect(result.outputs).toMatchObject({ comment: 'created', conclusion: 'success' });
  });
});

test('the SARIF file names what was found', async () => {
  const result = await push(propose({ 'llama/model-config.yaml': quotedEight }));
  expect(result.outputs['sarif']).toMatch(/topodiff-report-__topodiff\.sarif$/);
  const log = JSON.parse(result.sarif) as {
    runs: { results: { ruleId: string; partialFingerprints: object }[] }[];
  };
  const results = log.runs[0]?.results ?? [];
  expect(results.map(({ ruleId }) => ruleId)).toContain('nproc-per-node-invalid');
  expect(results.every(({ partialFingerprints }) => Object.keys(partialFingerprints).length > 0)).toBe(true);
});

test('the SARIF file of all models has those of the head, and no word of one that goes', async () => {
  current().serving.commit({ branch: 'main', files: { 'bert/model-config.yaml': quotedEight } });
  const pullRequest = propose({ 'llama/model-config.yaml': null });
  const result = await push(pullRequest, { inputs: { sarif: 'all' } });
  expect(result.sarif).toContain('bert/model-config.yaml');
  expect(result.sarif).not.toContain('llama/model-config.yaml');
});

test('an Enterprise Server without GraphQL: files are read one by one, and a line says so', async () => {
  const pullRequest = propose({ 'a/model-config.yaml': fourGpus, 'llama/model-config.yaml': eightGpus });
  const notFound = { status: 404, body: { message: 'Not Found' } };
  current().standIn.injectFault({ on: 'POST /graphql', answer: notFound, times: 10 });
  const result = await push(pullRequest);
  expect(result.outputs).toMatchObject({ conclusion: 'success', comment: 'created' });
  expect(result.stdout).toMatch(/^info: Files were read one by one: cannot read files: GitHub answered 404/m);
});
