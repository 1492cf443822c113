import {
  startGitHubStandIn,
  type GitHubStandIn,
  type PullRequest,
  type Repository,
} from '@topodiff/github-stand-in';
import { confirmPullRequest, type ConfirmRequest } from './confirm-pull-request.ts';
import { connectTo } from './testing/connect-to.ts';

let gitHub: GitHubStandIn;
let repository: Repository;
let pullRequest: PullRequest;

beforeEach(async () => {
  gitHub = await startGitHubStandIn();
  repository = gitHub.addRepository('acme/serving');
  repository.commit({ branch: 'main', files: { a: '1' } });
  repository.commit({ branch: 'topic', files: { a: '2' } });
  pullRequest = repository.openPullRequest({ head: 'topic' });
});
afterEach(() => gitHub.close());

async function confirm(
  more: Partial<ConfirmRequest> = {},
  permission: 'read' | 'none' = 'read',
): Promise<string> {
  const permissions = { contents: 'read', pull_requests: permission } as const;
  const token = gitHub.addToken({ kind: 'actions', repository, permissions });
  const outcome = await confirmPullRequest(connectTo(gitHub, token), {
    owner: 'acme',
    repo: 'serving',
    number: 1,
    baseRef: 'main',
    headSha: pullRequest.headSha,
    ...more,
  });
  if (outcome.kind === 'failed') return outcome.error.message;
  return outcome.kind === 'doubted' ? outcome.reason : outcome.kind;
}

test('an open pull request with this base and head is confirmed', async () => {
  expect(await confirm()).toBe('confirmed');
});

test('a closed one is not', async () => {
  pullRequest.close();
  expect(await confirm()).toBe('#1 is closed');
});

test('one that goes into another branch than the event says is not', async () => {
  expect(await confirm({ baseRef: 'weak' })).toBe('#1 goes into another branch by now');
});

test('one with another head is not', async () => {
  const headSha = pullRequest.headSha;
  repository.commit({ branch: 'topic', files: { a: '3' } });
  expect(await confirm({ headSha })).toBe('#1 has another head by now');
});

test('one whose commit another open pull request brings into another branch is not', async () => {
  repository.commit({ branch: 'weak', files: { b: '1' } });
  repository.setBranch('alias', pullRequest.headSha);
  const rival = repository.openPullRequest({ head: 'alias', base: 'weak' });
  expect(await confirm()).toBe(
    '#2 brings this commit into another branch, and a status cannot tell the two apart',
  );
  rival.close();
  expect(await confirm()).toBe('confirmed');
});

test('is found behind 150 other pull requests', async () => {
  repository.commit({ branch: 'weak', files: { b: '1' } });
  repository.openPullRequest({ head: 'topic', base: 'weak' });
  for (let count = 0; count < 150; count += 1) {
    repository.commit({ branch: `b${count}`, files: { c: `${count}` } });
    repository.openPullRequest({ head: `b${count}` });
  }
  expect(await confirm()).toMatch(/^#2 brings this commit into another branch/);
});

test('another one into the same branch changes nothing', async () => {
  repository.setBranch('alias', pullRequest.headSha);
  repository.openPullRequest({ head: 'alias' });
  expect(await confirm()).toBe('confirmed');
});

test('the commit of a merge queue is the head of none', async () => {
  expect(await confirm({ headSha: null })).toBe('confirmed');
});

test('what cannot be asked is not confirmed', async () => {
  expect(await confirm({}, 'none')).toBe(
    'cannot read the pull request: GitHub answered 403 "Resource not accessible by integration"; the token needs "pull-requests: read"',
  );
});
