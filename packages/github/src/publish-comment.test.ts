import {
  abuse,
  badGateway,
  forkPermissions,
  secondaryRateLimit,
  startGitHubStandIn,
  type GitHubStandIn,
  type PullRequest,
  type Repository,
} from '@topodiff/github-stand-in';
import { formatCommentMarker } from './comment-marker.ts';
import { publishComment, type CommentRequest } from './publish-comment.ts';
import { connectTo } from './testing/connect-to.ts';

let gitHub: GitHubStandIn;
let repository: Repository;
let pullRequest: PullRequest;
let token: string;

beforeEach(async () => {
  gitHub = await startGitHubStandIn();
  repository = gitHub.addRepository('acme/serving');
  repository.commit({ branch: 'main', files: { 'README.md': '# Serving\n' } });
  repository.commit({ branch: 'topic', files: { 'README.md': '# New\n' } });
  pullRequest = repository.openPullRequest({ head: 'topic' });
  token = gitHub.addToken({
    kind: 'actions',
    repository,
    permissions: { contents: 'read', pull_requests: 'write' },
  });
});
afterEach(() => gitHub.close());

interface Wanted {
  readonly text?: string;
  readonly runId?: number;
  readonly attempt?: number;
  readonly headSha?: string;
  readonly key?: string;
  readonly isWorthCreating?: boolean;
  readonly token?: string;
}

async function publish({ text = 'hello', runId = 1, attempt = 1, key = 'ci', ...rest }: Wanted) {
  const { headSha = pullRequest.headSha, isWorthCreating = true } = rest;
  const run = { headSha, runId, attempt, startedAt: '2026-08-22T10:04:11.000Z' };
  const request: CommentRequest = {
    owner: 'acme',
    repo: 'serving',
    number: pullRequest.number,
    key,
    body: `${formatCommentMarker(key, run)}\n${text}\n`,
    isWorthCreating,
    run,
  };
  const outcome = await publishComment(connectTo(gitHub, rest.token ?? token), request);
  return outcome.kind === 'failed' ? `failed: ${outcome.error.message}` : outcome.kind;
}

/** Author and visible text of each comment. */
const comments = () =>
  pullRequest.comments.map(({ author, body }) => [author.login, body.replace(/^<!--.*?-->\n/, '').trim()]);
const marker = (key = 'ci', runId = 1) =>
  formatCommentMarker(key, { headSha: '', runId, attempt: 1, startedAt: '' });

describe('publishComment', () => {
  test('creates, then edits the same comment', async () => {
    expect(await publish({ text: 'one' })).toBe('created');
    expect(await publish({ text: 'two', runId: 2 })).toBe('edited');
    expect(comments()).toEqual([['github-actions[bot]', 'two']]);
  });

  test('does not write what is there already, whatever run it links to', async () => {
    await publish({ text: 'see https://github.com/acme/serving/actions/runs/1 for more', runId: 1 });
    gitHub.clearRequests();
    const again = { text: 'see https://github.com/acme/serving/actions/runs/22 for more', runId: 22 };
    expect(await publish(again)).toBe('unchanged');
    expect(gitHub.requests.filter(({ method }) => method !== 'GET').map(({ path }) => path)).toEqual([
      '/graphql',
    ]);
  });

  test('writes the same text again for another commit', async () => {
    await publish({ text: 'same' });
    repository.commit({ branch: 'topic', files: { 'README.md': '# Newer\n' } });
    expect(await publish({ text: 'same', runId: 2 })).toBe('edited');
  });

  test('without news: no comment, and an old one is brought up to date', async () => {
    expect(await publish({ isWorthCreating: false })).toBe('not-needed');
    expect(comments()).toEqual([]);
    await publish({ text: 'two problems' });
    expect(await publish({ text: 'all well', isWorthCreating: false, runId: 2 })).toBe('edited');
    expect(comments()).toEqual([['github-actions[bot]', 'all well']]);
  });

  test.each([
    ['mallory', 'a person'],
    ['renovate[bot]', 'another App'],
    ['github-actions', 'a person with the name of our App'],
  ])('leaves the comment of %s alone (%s)', async (author) => {
    pullRequest.addComment({ author, body: `${marker('ci', 99)}\nall well` });
    expect(await publish({ text: 'ours' })).toBe('created');
    expect(await publish({ text: 'ours again', runId: 2 })).toBe('edited');
    expect(comments()).toEqual([
      [author, 'all well'],
      ['github-actions[bot]', 'ours again'],
    ]);
  });

  test('is found again behind 250 comments and before 100 more', async () => {
    for (let index = 0; index < 250; index += 1) pullRequest.addComment({ author: 'bob', body: `${index}` });
    await publish({ text: 'one' });
    for (let index = 0; index < 100; index += 1) pullRequest.addComment({ author: 'bob', body: `${index}` });
    expect(await publish({ text: 'two', runId: 2 })).toBe('edited');
    expect(comments().length).toBe(351);
    expect(comments()[250]).toEqual(['github-actions[bot]', 'two']);
  });

  test('keeps one comment per key', async () => {
    await publish({ text: 'a', key: 'a' });
    await publish({ text: 'b', key: 'b' });
    expect(await publish({ text: 'a2', key: 'a', runId: 2 })).toBe('edited');
    expect(comments().map(([, text]) => text)).toEqual(['a2', 'b']);
  });

  test('of several of ours the first is kept up to date, and the rest points to it', async () => {
    pullRequest.addComment({ author: 'github-actions[bot]', body: `${marker()}\nfirst` });
    pullRequest.addComment({ author: 'github-actions[bot]', body: `${marker()}\nsecond` });
    const run = { headSha: pullRequest.headSha, runId: 2, attempt: 1, startedAt: '' };
    const outcome = await publishComment(connectTo(gitHub, token), {
      owner: 'acme',
      repo: 'serving',
      number: 1,
      key: 'ci',
      body: `${formatCommentMarker('ci', run)}\nnew`,
      isWorthCreating: true,
      run,
    });
    expect(outcome).toEqual(expect.objectContaining({ kind: 'edited', duplicates: 1 }));
    const [first] = pullRequest.comments;
    const pointer = `Two runs wrote this comment at once. [This one](https://github.com/acme/serving/pull/1#issuecomment-${first?.id}) is kept up to date.`;
    expect(comments().map(([, text]) => text)).toEqual(['new', pointer]);
    gitHub.clearRequests();
    expect(await publish({ text: 'newer', runId: 3 })).toBe('edited');
    expect(comments().map(([, text]) => text)).toEqual(['newer', pointer]);
    expect(gitHub.requests.filter(({ method }) => method === 'PATCH').length).toBe(1);
  });

  test('a second one that cannot be edited costs the first nothing', async () => {
    pullRequest.addComment({ author: 'github-actions[bot]', body: `${marker()}\nfirst` });
    const second = pullRequest.addComment({ author: 'github-actions[bot]', body: `${marker()}\nsecond` });
    const answer = { status: 403, body: { message: 'Resource not accessible by integration' } };
    gitHub.injectFault({ on: new RegExp(`^PATCH .*/comments/${second.id}$`), answer });
    expect(await publish({ text: 'new', runId: 2 })).toBe('edited');
    expect(comments().map(([, text]) => text)).toEqual(['new', 'second']);
  });

  describe('an older run', () => {
    test('does not overwrite a newer one', async () => {
      await publish({ text: 'new', runId: 12 });
      expect(await publish({ text: 'old', runId: 9 })).toBe('superseded');
      expect(comments()).toEqual([['github-actions[bot]', 'new']]);
    });

    test('does not overwrite a later attempt', async () => {
      await publish({ text: 'new', runId: 9, attempt: 2 });
      expect(await publish({ text: 'old', runId: 9, attempt: 1 })).toBe('superseded');
    });

    test('makes none where the newer one had nothing to tell', async () => {
      const first = pullRequest.headSha;
      repository.commit({ branch: 'topic', files: { 'README.md': '# Second\n' } });
      expect(await publish({ isWorthCreating: false, runId: 12 })).toBe('not-needed');
      expect(await publish({ text: 'two problems', runId: 11, headSha: first })).toBe('superseded');
      expect(comments()).toEqual([]);
    });

    test('does not overwrite a comment that a newer one found to be right already', async () => {
      const first = pullRequest.headSha;
      await publish({ text: 'first', runId: 10 });
      const second = repository.commit({ branch: 'topic', files: { 'README.md': '# Second\n' } });
      repository.setBranch('topic', first);
      expect(await publish({ text: 'first', runId: 12 })).toBe('unchanged');
      expect(await publish({ text: 'second', runId: 11, headSha: second })).toBe('superseded');
      expect(comments()).toEqual([['github-actions[bot]', 'first']]);
    });
  });

  describe('what GitHub refuses is one line', () => {
    test('a token of a fork', async () => {
      const forkToken = gitHub.addToken({ kind: 'actions', repository, permissions: forkPermissions });
      expect(await publish({ token: forkToken })).toBe(
        'failed: cannot create the comment: GitHub answered 403 "Resource not accessible by integration"; the token needs "pull-requests: write", and a pull request from a fork or of Dependabot gets a token that can only read',
      );
    });

    test('a rate limit', async () => {
      gitHub.injectFault({
        on: /^POST .*\/comments$/,
        answer: secondaryRateLimit({ retryAfter: 7 }),
        times: 4,
      });
      expect(await publish({})).toMatch(
        /^failed: cannot create the comment: the rate limit of the token is used up \(403 ".*"\), try again after 7 s$/,
      );
    });

    test('a write whose answer is lost is found, and not sent again', async () => {
      gitHub.injectFault({ on: /^POST .*\/comments$/, answer: badGateway(), afterEffect: true });
      expect(await publish({})).toBe('created');
      expect(comments().length).toBe(1);
    });

    test('502 twice before anything is written: the third try makes the one comment', async () => {
      gitHub.injectFault({ on: /^POST .*\/comments$/, answer: badGateway(), times: 2 });
      expect(await publish({})).toBe('created');
      expect(comments().length).toBe(1);
    });

    test('502 three times is one line', async () => {
      gitHub.injectFault({ on: /^POST .*\/comments$/, answer: badGateway(), times: 3 });
      expect(await publish({})).toMatch(
        /^failed: cannot create the comment: GitHub is not available now \(502/,
      );
      expect(comments()).toEqual([]);
    });

    test('abuse: it waits a minute, and the comment is there', async () => {
      gitHub.injectFault({ on: /^POST .*\/comments$/, answer: abuse() });
      expect(await publish({})).toBe('created');
      expect(comments().length).toBe(1);
    });

    test('a rate limit that names its end is waited for', async () => {
      gitHub.injectFault({ on: /^POST .*\/comments$/, answer: secondaryRateLimit({ retryAfter: 3 }) });
      expect(await publish({})).toBe('created');
    });

    test('no answer to whose token it is', async () => {
      await publish({ text: 'one' });
      gitHub.injectFault({ on: 'POST /graphql', answer: badGateway(), times: 3 });
      expect(await publish({ text: 'two', runId: 2 })).toMatch(
        /^failed: cannot ask whose token this is: GitHub is not available now \(502/,
      );
      expect(comments()).toEqual([['github-actions[bot]', 'one']]);
    });
  });

  test('a body without its marker is our own mistake', async () => {
    const run = { headSha: 'a', runId: 1, attempt: 1, startedAt: '' };
    const request = {
      owner: 'acme',
      repo: 'serving',
      number: 1,
      key: 'ci',
      body: 'hi',
      isWorthCreating: true,
      run,
    };
    await expect(publishComment(connectTo(gitHub, token), request)).rejects.toThrow(
      'the body of a comment does not begin with its marker',
    );
  });
});
