import { formatCommentMarker } from './comment-marker.ts';
import { findOwnComments } from './find-own-comments.ts';
import { respond, scriptedClient } from './testing/scripted-client.ts';

const run = { headSha: 'abc', runId: 1, attempt: 1, startedAt: '2026-08-22T10:04:11.000Z' };

/** Ids of the comments that count as ours when GraphQL calls us `viewer`. */
async function ownIds(viewer: string, users: readonly ({ login: string; type: string } | null)[]) {
  const comments = users.map((user, id) => ({ id, user, body: `${formatCommentMarker('ci', run)}\nhi` }));
  const client = scriptedClient((route) =>
    respond(200, route === 'graphql' ? { data: { viewer: { login: viewer } } } : comments),
  );
  const own = await findOwnComments(client, { owner: 'acme', repo: 'serving' }, 1, 'ci');
  return own.map(({ id }) => id);
}

describe('findOwnComments', () => {
  test.each([
    ['an App by its full name', 'topodiff[bot]', { login: 'topodiff[bot]', type: 'Bot' }, true],
    ['an App by its short name', 'topodiff', { login: 'topodiff[bot]', type: 'Bot' }, true],
    ['a person', 'alice', { login: 'alice', type: 'User' }, true],
    ['a person called like the App', 'topodiff[bot]', { login: 'topodiff', type: 'User' }, false],
    ['no App at all', 'topodiff', { login: 'topodiff[bot]', type: 'User' }, false],
    ['another App', 'topodiff[bot]', { login: 'topodiff-beta[bot]', type: 'Bot' }, false],
    ['an account that is gone', 'alice', null, false],
  ])('%s', async (_name, viewer, user, isOwn) => {
    expect(await ownIds(viewer, [user])).toEqual(isOwn ? [0] : []);
  });

  test('asks whose token it is only when a comment has our marker', async () => {
    const client = scriptedClient(() => respond(200, [{ id: 1, user: null, body: 'hello' }]));
    expect(await findOwnComments(client, { owner: 'acme', repo: 'serving' }, 1, 'ci')).toEqual([]);
    expect(client.requests.map(({ route }) => route)).toEqual([
      'GET /repos/{owner}/{repo}/issues/{issue_number}/comments',
    ]);
  });

  test('what GraphQL refuses is an error of GitHub', async () => {
    const comments = [{ id: 1, user: null, body: formatCommentMarker('ci', run) }];
    const client = scriptedClient((route) =>
      respond(200, route === 'graphql' ? { data: null, errors: [{ message: 'not today' }] } : comments),
    );
    await expect(findOwnComments(client, { owner: 'acme', repo: 'serving' }, 1, 'ci')).rejects.toThrow(
      'cannot ask whose token this is: GitHub refused it (200 "not today")',
    );
  });
});
