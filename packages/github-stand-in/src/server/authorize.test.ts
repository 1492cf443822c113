import { forkPermissions } from '../state/token.ts';
import { pick } from '../testing/send.ts';
import type { Received } from '../testing/send.ts';
import { startSeeded } from '../testing/seeded.ts';
import type { Seeded } from '../testing/seeded.ts';

let seeded: Seeded;
afterEach(() => seeded.gitHub.close());

const comments = '/repos/acme/serving/issues/1/comments';
const summarize = (answer: Received): unknown[] => [
  answer.status,
  ...pick(answer, 'message'),
  answer.headers.get('x-accepted-github-permissions'),
];
const createComment = (token: string | null): Promise<Received> =>
  seeded.send({ method: 'POST', to: comments, token, body: { body: 'a' } });

test('refuses a token that nobody issued, that was revoked, or that is no token', async () => {
  seeded = await startSeeded({ visibility: 'public' });
  seeded.gitHub.revokeToken(seeded.token);
  for (const token of [seeded.token, 'ghs_unknown']) {
    expect(summarize(await seeded.send({ to: '/repos/acme/serving', token }))).toEqual([
      401,
      'Bad credentials',
      null,
    ]);
  }
  const basic = await seeded.send({
    to: '/repos/acme/serving',
    token: null,
    headers: { authorization: 'Basic abc' },
  });
  expect(basic.status).toBe(401);
});

test('takes a token by either scheme', async () => {
  seeded = await startSeeded();
  for (const scheme of ['token', 'Bearer', 'bearer']) {
    const headers = { authorization: `${scheme} ${seeded.token}` };
    expect((await seeded.send({ to: '/repos/acme/serving', token: null, headers })).status).toBe(200);
  }
});

test('hides a private repository from tokens of others and from nobody', async () => {
  seeded = await startSeeded();
  const other = seeded.gitHub.addRepository('acme/other');
  const foreign = seeded.gitHub.addToken({
    kind: 'actions',
    repository: other,
    permissions: { contents: 'write' },
  });
  for (const token of [foreign, null]) {
    expect(summarize(await seeded.send({ to: '/repos/acme/serving', token }))).toEqual([
      404,
      'Not Found',
      null,
    ]);
    expect((await createComment(token)).status).toBe(404);
  }
  expect((await seeded.send({ to: '/repos/acme/nowhere' })).status).toBe(404);
});

test('shows a public repository to everybody and lets nobody write without a token', async () => {
  seeded = await startSeeded({ visibility: 'public' });
  expect((await seeded.send({ to: comments, token: null })).status).toBe(200);
  expect((await seeded.send({ to: comments, token: seeded.tokenWith({}) })).status).toBe(200);
  expect(summarize(await createComment(null))).toEqual([401, 'Requires authentication', null]);
});

test.each([
  ['GET', '/pulls/1', 'pull_requests=read'],
  ['GET', '/pulls/1/files', 'pull_requests=read'],
  ['GET', '/pulls', 'pull_requests=read'],
  ['GET', '/pulls/1/commits', 'pull_requests=read'],
  ['GET', '/pulls/1/comments', 'pull_requests=read'],
  ['GET', '/pulls/1/reviews', 'pull_requests=read'],
  ['POST', '/pulls/1/reviews', 'pull_requests=write'],
  ['PUT', '/pulls/1/reviews/1/dismissals', 'pull_requests=write'],
  ['GET', '/commits/wider/pulls', 'pull_requests=read'],
  ['GET', '/commits/wider/check-runs', 'checks=read'],
  ['GET', '/compare/main...wider', 'contents=read'],
  ['GET', '/git/trees/main', 'contents=read'],
  ['GET', '/contents/README.md', 'contents=read'],
  ['GET', '/issues/1/comments', 'issues=read; pull_requests=read'],
  ['POST', '/issues/1/comments', 'issues=write; pull_requests=write'],
  ['PATCH', '/issues/comments/1', 'issues=write; pull_requests=write'],
  ['DELETE', '/issues/comments/1', 'issues=write; pull_requests=write'],
  ['POST', '/check-runs', 'checks=write'],
  ['GET', '/check-runs/1/annotations', 'checks=read'],
  ['POST', `/statuses/${'0'.repeat(40)}`, 'statuses=write'],
  ['GET', '/commits/main/status', 'statuses=read'],
])('names the permission that %s %s lacks', async (method, path, accepted) => {
  seeded = await startSeeded();
  expect(
    summarize(await seeded.send({ method, to: `/repos/acme/serving${path}`, token: seeded.tokenWith({}) })),
  ).toEqual([403, 'Resource not accessible by integration', accepted]);
});

test('lets the token of a fork read everything and write nothing', async () => {
  seeded = await startSeeded();
  const token = seeded.tokenWith(forkPermissions);
  for (const path of [
    '',
    '/pulls/1',
    '/pulls/1/files',
    '/git/trees/main',
    '/issues/1/comments',
    '/commits/main/status',
    '/pulls',
    '/pulls/1/reviews',
    '/pulls/1/comments',
    '/pulls/1/commits',
    '/commits/wider/pulls',
    '/commits/wider/check-runs',
    '/collaborators/alice/permission',
  ]) {
    expect([path, (await seeded.send({ to: `/repos/acme/serving${path}`, token })).status]).toEqual([
      path,
      200,
    ]);
  }
  expect(summarize(await createComment(token))).toEqual([
    403,
    'Resource not accessible by integration',
    'issues=write; pull_requests=write',
  ]);
  expect(seeded.pullRequest.comments).toEqual([]);
  const review = { event: 'COMMENT', body: 'a' };
  const to = '/repos/acme/serving/pulls/1/reviews';
  expect((await seeded.send({ method: 'POST', to, token, body: review })).status).toBe(403);
  expect(seeded.pullRequest.reviews).toEqual([]);
});

test('takes either of the permissions that a comment accepts', async () => {
  seeded = await startSeeded();
  expect((await createComment(seeded.tokenWith({ issues: 'write' }))).status).toBe(201);
  expect((await createComment(seeded.tokenWith({ pull_requests: 'write' }))).status).toBe(201);
});

test('speaks of a personal access token where it is one, and comments in its name', async () => {
  seeded = await startSeeded();
  const tokenOf = (permissions: object): string =>
    seeded.gitHub.addToken({ kind: 'personal', user: 'bob', repositories: [seeded.repository], permissions });
  expect(summarize(await createComment(tokenOf({})))[1]).toBe(
    'Resource not accessible by personal access token',
  );
  expect(pick(await createComment(tokenOf({ issues: 'write' })), 'user.login', 'user.type')).toEqual([
    'bob',
    'User',
  ]);
});
