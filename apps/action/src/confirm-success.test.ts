import type { GithubClient } from '@topodiff/github';
import type { Report } from '@topodiff/report';
import { confirmSuccess } from './confirm-success.ts';
import { sampleReport } from './testing/sample-report.ts';

const headSha = 'a'.repeat(40);
const range = {
  owner: 'acme',
  repo: 'serving',
  number: 1,
  baseRef: 'main',
  baseSha: 'b'.repeat(40),
  headRef: 'topic',
  headSha,
  start: 'merge-base',
} as const;
const success = { state: 'success', description: 'Approved by mia.' } as const;
const reportOf = (state: 'approved' | 'pending'): Report =>
  sampleReport({
    approvals: {
      state,
      isAdvisory: true,
      rules: { permission: 'maintain', users: [], teams: [], isAuthorAllowed: false },
      required: [],
      refused: [],
      remarks: [],
    },
  });

/** A GitHub whose pull request is as asked for, save `more`. */
function clientOf(more: object = {}): GithubClient & { readonly routes: string[] } {
  const routes: string[] = [];
  const pull = { number: 1, state: 'open', base: { ref: 'main' }, head: { sha: headSha }, ...more };
  return {
    routes,
    request: (route) => {
      routes.push(route);
      const isList = route.endsWith('/pulls');
      return Promise.resolve({ status: 200, headers: {}, data: isList ? [pull] : pull });
    },
    graphql: () => Promise.reject(new Error('nothing is queried')),
    sleep: () => Promise.resolve(),
  };
}

test('a success that is still true stays one', async () => {
  const client = clientOf();
  expect(await confirmSuccess(client, range, success, () => Promise.resolve(reportOf('approved')))).toBe(
    success,
  );
  expect(client.routes).toEqual([
    'GET /repos/{owner}/{repo}/pulls/{pull_number}',
    'GET /repos/{owner}/{repo}/pulls',
  ]);
});

test.each([
  [{ state: 'pending', description: '1 change waits.' } as const],
  [{ state: 'failure', description: 'No.' } as const],
])('%j is not asked about', async (gate) => {
  const lookUpAgain = () => Promise.reject(new Error('asked'));
  expect(await confirmSuccess(clientOf(), range, gate, lookUpAgain)).toBe(gate);
});

test('an approval that is gone by now', async () => {
  expect(
    await confirmSuccess(clientOf(), range, success, () => Promise.resolve(reportOf('pending'))),
  ).toEqual({
    state: 'pending',
    description: 'Not confirmed: an approval was taken back in the meantime.',
  });
});

test.each([
  [{ state: 'closed' }, '#1 is closed'],
  [{ base: { ref: 'weak' } }, '#1 goes into another branch by now'],
  [{ head: { sha: 'c' } }, '#1 has another head by now'],
  [{ head: null }, "cannot read the pull request: GitHub's answer has no head"],
])('a pull request with %j', async (more, reason) => {
  const lookUpAgain = () => Promise.resolve(reportOf('approved'));
  expect(await confirmSuccess(clientOf(more), range, success, lookUpAgain)).toEqual({
    state: 'pending',
    description: `Not confirmed: ${reason}.`,
  });
});

test('in a merge queue the pull request is asked about, and not its head', async () => {
  const queued = { ...range, number: null, queuedPullRequest: 1, headSha: 'd'.repeat(40) };
  const client = clientOf();
  expect(await confirmSuccess(client, queued, success, () => Promise.resolve(reportOf('approved')))).toBe(
    success,
  );
  expect(client.routes).toEqual(['GET /repos/{owner}/{repo}/pulls/{pull_number}']);
});
