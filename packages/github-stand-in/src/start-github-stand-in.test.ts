import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startGitHubStandIn } from './start-github-stand-in.ts';
import { createLocalGit } from './testing/local-git.ts';
import { pick, pickEach, send } from './testing/send.ts';
import { startSeeded } from './testing/seeded.ts';

test('runs on what a local repository holds, with its own SHAs', async () => {
  const local = createLocalGit();
  const gitHub = await startGitHubStandIn();
  try {
    mkdirSync(join(local.path, 'llama'));
    writeFileSync(join(local.path, 'llama/model-config.yaml'), 'minWorkers: 1\n');
    local.git('add', '--all');
    local.git('commit', '--quiet', '--message', 'First');
    local.git('checkout', '--quiet', '-b', 'wider');
    writeFileSync(join(local.path, 'llama/model-config.yaml'), 'minWorkers: 2\n');
    local.git('commit', '--quiet', '--all', '--message', 'Second');
    local.git('branch', '--move', 'main', 'trunk');
    local.git('checkout', '--quiet', 'trunk');

    const repository = await gitHub.importRepository(local.path, 'acme/serving');
    repository.openPullRequest({ head: 'wider' });
    const token = gitHub.addToken({
      kind: 'actions',
      repository,
      permissions: { contents: 'read', pull_requests: 'read' },
    });
    const get = (to: string) => send(gitHub.baseUrl, { to: `/repos/acme/serving${to}`, token });
    const revision = (name: string): string => local.git('rev-parse', name).trim();
    expect(pick(await get(''), 'default_branch')).toEqual(['trunk']);
    expect(pick(await get('/pulls/1'), 'base.sha', 'head.sha', 'base.ref')).toEqual([
      revision('trunk'),
      revision('wider'),
      'trunk',
    ]);
    expect(pickEach(await get('/pulls/1/files'), 'filename', 'sha')).toEqual([
      ['llama/model-config.yaml', revision('wider:llama/model-config.yaml')],
    ]);
  } finally {
    local.remove();
    await gitHub.close();
  }
});

test('describes the event of a pull request as the API describes the pull request', async () => {
  const { gitHub, pullRequest, repository, send: ask } = await startSeeded();
  const event = gitHub.pullRequestEvent(pullRequest, 'synchronize');
  expect(event['pull_request']).toEqual(pick(await ask({ to: '/repos/acme/serving/pulls/1' }), '')[0]);
  expect(event['repository']).toEqual(pick(await ask({ to: '/repos/acme/serving' }), '')[0]);
  expect(pick({ text: JSON.stringify(event) }, 'action', 'number', 'repository.id', 'sender.login')).toEqual([
    'synchronize',
    1,
    repository.id,
    'alice',
  ]);
  await gitHub.close();
});

test('does not close quietly over a violation that nobody took', async () => {
  const { gitHub, send: ask } = await startSeeded();
  await ask({ to: '/repos/acme/serving/pulls/1/files?perpage=1' });
  await expect(gitHub.close()).rejects.toThrow(
    'GET /repos/acme/serving/pulls/1/files (422), request: "perpage" is not a permitted query parameter.',
  );
});

test('notices an answer of its own that does not fit the description', async () => {
  const {
    gitHub,
    repository,
    send: ask,
  } = await startSeeded({ clock: () => new Date('2026-03-01T10:00:00Z') });
  repository.addStatus({
    id: 1.5,
    sha: repository.resolve('main') ?? '',
    state: 'success',
    context: 'default',
    description: null,
    targetUrl: 'no address',
    creator: gitHub.user('bob'),
    createdAt: 'yesterday',
  });
  const answer = await ask({ to: '/repos/acme/serving/commits/main/status' });
  expect(answer.status).toBe(200);
  expect(gitHub.takeViolations()).toEqual([
    {
      side: 'answer',
      method: 'GET',
      path: '/repos/acme/serving/commits/main/status',
      status: 200,
      problems: [
        "For 'statuses/0/id', 1.5 is not a integer.",
        'For \'statuses/0/target_url\', "no address" must match format "uri".',
        'For \'statuses/0/created_at\', "yesterday" must match format "date-time".',
        'For \'statuses/0/updated_at\', "yesterday" must match format "date-time".',
      ],
    },
  ]);
  await gitHub.close();
});

test('answers 500 and reports it when it makes a mistake', async () => {
  const gitHub = await startGitHubStandIn();
  const repository = gitHub.addRepository('acme/serving', { visibility: 'public' });
  repository.commit({ branch: 'main', files: { a: '1' } });
  Object.defineProperty(repository, 'treeOf', {
    value: () => {
      throw new Error('A mistake');
    },
  });
  const answer = await send(gitHub.baseUrl, { to: '/repos/acme/serving/contents/a' });
  expect([answer.status, ...pick(answer, 'message')]).toEqual([500, 'A mistake']);
  expect(gitHub.takeViolations().map(({ side, status }) => [side, status])).toEqual([['answer', 500]]);
  await gitHub.close();
});

test('ends connections that clients keep open', async () => {
  const { gitHub, send: ask } = await startSeeded();
  await ask({ to: '/repos/acme/serving' });
  await gitHub.close();
  await expect(ask({ to: '/repos/acme/serving' })).rejects.toThrow('fetch failed');
});
