import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import {
  startGitHubStandIn,
  type GitHubStandIn,
  type PullRequest,
  type Repository,
} from '@topodiff/github-stand-in';
import type { Report } from '@topodiff/report';
import { openBrowserSession, type BrowserSession } from './browser-session.ts';
import { freePort } from './free-port.ts';
import { startService, type RunningService } from './run-service.ts';
import { serviceMode } from './service-mode.ts';

const action = fileURLToPath(new URL('../../action/dist/main.js', import.meta.url));

const tp = (gpus: number, type = 'tp') =>
  `minWorkers: 1\nmaxWorkers: 1\nresponseTimeout: 300\nstartupTimeout: 1200\ndeviceType: gpu\nparallelType: ${type}\ntorchrun:\n  nproc-per-node: ${gpus}\n`;

let folder: string;
let gitHub: GitHubStandIn;
let repository: Repository;
let pullRequest: PullRequest;
let service: RunningService;
let url: string;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'topodiff-gate-'));
  gitHub = await startGitHubStandIn();
  repository = gitHub.addRepository('acme/serving');
  repository.commit({
    branch: 'main',
    files: {
      'llama/model-config.yaml': tp(4),
      '.topodiff.yaml': 'approvals:\n  require: [topology-change]\n  permission: maintain\n',
    },
  });
  repository.commit({
    branch: 'wider',
    files: { 'llama/model-config.yaml': tp(8, 'pptp') },
    author: 'alice',
  });
  repository.setPermission('alice', 'admin');
  repository.setPermission('mia', 'maintain');
  repository.setPermission('bob', 'write');
  pullRequest = repository.openPullRequest({ head: 'wider', author: 'alice', title: 'More GPUs <script>' });
  url = `http://127.0.0.1:${await freePort()}`;
  service = await startService(serviceMode(gitHub, url, join(folder, 'store')));
});
afterEach(async () => {
  await service.stop();
  await gitHub.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Runs the built Action on the pull request, as a runner with `id-token: write` does. */
async function runAction(runId: number) {
  const eventPath = join(folder, 'event.json');
  const outputPath = join(folder, `output-${runId}`);
  writeFileSync(eventPath, JSON.stringify(gitHub.pullRequestEvent(pullRequest, 'synchronize')));
  writeFileSync(outputPath, '');
  const token = gitHub.addToken({
    kind: 'actions',
    repository,
    permissions: { contents: 'read', pull_requests: 'write', checks: 'write', statuses: 'write' },
  });
  const child = spawn(process.execPath, [action], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env['PATH'],
      'INPUT_GITHUB-TOKEN': token,
      'INPUT_REVIEW-URL': url,
      GITHUB_API_URL: gitHub.baseUrl,
      GITHUB_GRAPHQL_URL: gitHub.graphqlUrl,
      GITHUB_SERVER_URL: gitHub.baseUrl,
      GITHUB_REPOSITORY: 'acme/serving',
      GITHUB_REPOSITORY_ID: String(repository.id),
      GITHUB_EVENT_NAME: 'pull_request',
      GITHUB_EVENT_PATH: eventPath,
      GITHUB_OUTPUT: outputPath,
      GITHUB_RUN_ID: String(runId),
      GITHUB_RUN_ATTEMPT: '1',
      RUNNER_TEMP: folder,
      TOPODIFF_WRITE_PAUSE_MS: '0',
      ...gitHub.addActionsTokenRequest({
        repository,
        ref: `refs/pull/${pullRequest.number}/merge`,
        run_id: String(runId),
      }),
    },
  });
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')]);
  const outputs = new Map(
    [...readFileSync(outputPath, 'utf8').matchAll(/^([\w-]+)<<(\S+)\n([^]*?)\n\2$/gm)].map(
      ([, name = '', , value = '']) => [name, value],
    ),
  );
  return { stdout, stderr, outputs };
}

async function signIn(login: string): Promise<BrowserSession> {
  gitHub.signInAs(login);
  const browser = openBrowserSession(url);
  await browser.get('/sign-in');
  return browser;
}

const lastStatus = () => {
  const { state, description } = repository.statuses.at(-1) ?? {};
  return { state, description };
};

test('sign-in, upload, approve, and the gate turns green', async () => {
  const first = await runAction(1);
  expect(first.stderr).toBe('');
  expect(first.outputs.get('review-page')).toMatch(
    new RegExp(`^${url}/reviews/acme/serving/${pullRequest.number}\\?revision=`),
  );
  expect(lastStatus()).toMatchObject({ state: 'pending' });

  const mia = await signIn('mia');
  const list = await mia.get('/reviews');
  expect(list.text).toContain('More GPUs &lt;script>');
  expect(list.text).toContain('tp 4 GPUs → pptp 8 GPUs');
  const page = await mia.get(`/reviews/acme/serving/${pullRequest.number}`);
  expect(page.text).toContain('reported by CI');
  const fingerprint = /name="fingerprint" value="([0-9a-f]{16})"/.exec(page.text)?.[1] ?? '';
  const approved = await mia.post(`/reviews/acme/serving/${pullRequest.number}/decisions`, {
    fingerprint,
    verdict: 'approved',
    reason: 'the new model needs it',
  });
  expect(approved.status).toBe(200);

  const second = await runAction(2);
  expect(second.outputs.get('approvals')).toBe('approved');
  expect(lastStatus()).toEqual({ state: 'success', description: 'Approved by mia.' });
  const comment = pullRequest.comments.at(-1)?.body ?? '';
  expect(comment).toMatch(/by \*\*mia\*\* \(\[?dashboard/);
  expect(comment).toContain('the new model needs it');
});

test('an approval of somebody whom the policy does not let is refused there, and one of the author too', async () => {
  await runAction(1);
  for (const login of ['bob', 'alice']) {
    const browser = await signIn(login);
    const download = await browser.get(`/reviews/acme/serving/${pullRequest.number}/report.json`);
    const { approvals } = JSON.parse(download.text) as Report; // the service's own file
    const fingerprint = approvals?.required[0]?.fingerprint ?? '';
    await browser.get(`/reviews/acme/serving/${pullRequest.number}`);
    const answer = await browser.post(`/reviews/acme/serving/${pullRequest.number}/decisions`, {
      fingerprint,
      verdict: 'approved',
      reason: 'please',
    });
    expect([login, answer.status]).toEqual([login, 403]);
  }
  expect((await runAction(2)).outputs.get('approvals')).toBe('pending');
});

test('a rejection holds the gate, also when the service is gone, and everything else goes on', async () => {
  await runAction(1);
  const mia = await signIn('mia');
  const page = await mia.get(`/reviews/acme/serving/${pullRequest.number}`);
  const fingerprint = /name="fingerprint" value="([0-9a-f]{16})"/.exec(page.text)?.[1] ?? '';
  await mia.post(`/reviews/acme/serving/${pullRequest.number}/decisions`, {
    fingerprint,
    verdict: 'rejected',
    reason: 'not before the budget is agreed',
  });
  pullRequest.addComment({ author: 'mia', body: `/topodiff approve ${fingerprint} fine` });
  expect((await runAction(2)).outputs.get('approvals')).toBe('pending');
  expect(
    pullRequest.comments.some(({ body }) => body.includes('rejected: not before the budget is agreed')),
  ).toBe(true);
  await service.stop();
  const alone = await runAction(3);
  expect(alone.outputs.get('approvals')).toBe('pending');
  expect(lastStatus()).toMatchObject({ state: 'pending' });
  expect(alone.outputs.get('comment')).toMatch(/edited|unchanged/);
  const comment = pullRequest.comments.find(({ body }) => body.startsWith('<!-- topodiff:v1 '))?.body;
  expect(comment).toContain('No approval counts as long as the review dashboard cannot be asked');
  expect(alone.stdout).toMatch(/^The review dashboard did not take the report: /m);
});
