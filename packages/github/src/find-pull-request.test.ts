import { findPullRequestOfRun, loadPullRequest, type PullRequestOutcome } from './find-pull-request.ts';
import { respond, scriptedClient } from './testing/scripted-client.ts';

const repository = { owner: 'acme', repo: 'serving' };
const headSha = 'a'.repeat(40);

interface Listed {
  readonly number?: number;
  readonly sha?: string;
  readonly ref?: string;
  readonly fullName?: string | null;
}

const pull = ({ number = 1, sha = headSha, ref = 'fix/it', fullName = 'Mallory/serving' }: Listed = {}) => ({
  number,
  base: { ref: 'release/1', sha: 'b'.repeat(40) },
  head: { ref, sha, repo: fullName === null ? null : { full_name: fullName } },
});
const range = {
  ...repository,
  number: 1,
  baseRef: 'release/1',
  baseSha: 'b'.repeat(40),
  headRef: 'fix/it',
  headSha,
  start: 'merge-base',
};

async function find(listed: readonly unknown[], headBranch = 'fix/it'): Promise<PullRequestOutcome> {
  const client = scriptedClient(() => respond(200, listed));
  const head = { headSha, headRepository: 'mallory/serving', headBranch };
  const outcome = await findPullRequestOfRun(client, repository, head);
  expect(client.requests[0]?.params).toEqual({
    ...repository,
    state: 'open',
    head: `mallory:${headBranch}`,
    per_page: 100,
    page: 1,
  });
  return outcome;
}

describe('findPullRequestOfRun', () => {
  test('takes the one whose repository, branch and live head are the run’s', async () => {
    expect(await find([pull({ number: 2, sha: 'c'.repeat(40), ref: 'other' }), pull()])).toEqual({
      kind: 'found',
      range,
    });
  });

  test.each([
    ['another branch', pull({ ref: 'fix' }), 'no open pull request comes from mallory/serving:fix/it'],
    [
      'a branch in other letters',
      pull({ ref: 'Fix/it' }),
      'no open pull request comes from mallory/serving:fix/it',
    ],
    [
      'another repository of the owner',
      pull({ fullName: 'mallory/serving2' }),
      'no open pull request comes from mallory/serving:fix/it',
    ],
    [
      'a repository that is gone',
      pull({ fullName: null }),
      'no open pull request comes from mallory/serving:fix/it',
    ],
    [
      'a head that has moved on',
      pull({ sha: 'c'.repeat(40) }),
      'aaaaaaa is no longer the head of the pull request from mallory/serving:fix/it: a newer run reviews it',
    ],
  ])('has nothing to review for %s', async (_, listed, reason) => {
    expect(await find([listed])).toEqual({ kind: 'outdated', reason });
  });

  test('refuses to choose between two', async () => {
    expect(await find([pull(), pull({ number: 7 })])).toEqual({
      kind: 'refused',
      reason: 'several open pull requests have the head of this run (#1, #7): it does not say which is meant',
    });
  });

  test.each(['a&state=all', 'x?head=acme:main', '../../main', '::error::', 'ü 😀'])(
    'a fork’s branch %s is a name and nothing else',
    async (ref) => {
      expect(await find([pull({ ref })], ref)).toEqual({ kind: 'found', range: { ...range, headRef: ref } });
    },
  );
});

describe('loadPullRequest', () => {
  test('gives the pull request as it is now', async () => {
    const client = scriptedClient(() => respond(200, pull()));
    expect(await loadPullRequest(client, repository, 1)).toEqual({ kind: 'found', range });
  });

  test('a closed one is nothing to review', async () => {
    const client = scriptedClient(() => respond(200, { ...pull(), state: 'closed' }));
    expect(await loadPullRequest(client, repository, 1)).toEqual({
      kind: 'outdated',
      reason: 'the pull request #1 is closed',
    });
  });

  test('what GitHub refuses is a value', async () => {
    const client = scriptedClient(() => respond(404, { message: 'Not Found' }));
    expect(await loadPullRequest(client, repository, 1)).toMatchObject({
      kind: 'failed',
      error: {
        kind: 'not-found',
        message:
          'cannot read the pull request: GitHub answered 404 "Not Found"; it does not exist, or the token needs "pull-requests: read"',
      },
    });
  });

  test('an answer without a head is a value too', async () => {
    const client = scriptedClient(() => respond(200, { ...pull(), head: null }));
    expect(await loadPullRequest(client, repository, 1)).toMatchObject({
      error: { message: "cannot read the pull request: GitHub's answer has no head" },
    });
  });
});
