import { pick } from '../testing/send.ts';
import type { Received } from '../testing/send.ts';
import { startSeeded } from '../testing/seeded.ts';
import type { Seeded } from '../testing/seeded.ts';
import type { Permissions } from '../state/token.ts';

let seeded: Seeded;
beforeEach(async () => {
  seeded = await startSeeded();
  seeded.gitHub.addTeam('acme/platform', ['alice', { login: 'bob', state: 'pending', role: 'maintainer' }]);
});
afterEach(() => seeded.gitHub.close());

const appToken = (permissions: Permissions): string =>
  seeded.gitHub.addToken({ kind: 'app', app: 'topodiff', repositories: [seeded.repository], permissions });
const ask = (login: string, token: string | null, team = 'acme/teams/platform'): Promise<Received> =>
  seeded.send({ to: `/orgs/${team}/memberships/${login}`, token });

test('tells who is in a team, and who is invited', async () => {
  const token = appToken({ members: 'read' });
  expect(pick(await ask('Alice', token), '')).toEqual([
    {
      state: 'active',
      role: 'member',
      url: `${seeded.gitHub.baseUrl}/orgs/acme/teams/platform/memberships/alice`,
    },
  ]);
  expect(pick(await ask('bob', token), 'state', 'role')).toEqual(['pending', 'maintainer']);
  const outsiders = [await ask('mallory', token), await ask('alice', token, 'acme/teams/other')];
  expect(outsiders.map((answer) => [answer.status, ...pick(answer, 'message')])).toEqual([
    [404, 'Not Found'],
    [404, 'Not Found'],
  ]);
});

test('answers no token without the permission, and never the token of a workflow', async () => {
  const refused = [403, 'Resource not accessible by integration', 'members=read'];
  for (const token of [appToken({ contents: 'read' }), seeded.tokenWith({ members: 'write' })]) {
    const answer = await ask('alice', token);
    expect([
      answer.status,
      ...pick(answer, 'message'),
      answer.headers.get('x-accepted-github-permissions'),
    ]).toEqual(refused);
  }
  expect((await ask('alice', appToken({ members: 'read' }), 'other/teams/platform')).status).toBe(403);
  expect((await ask('alice', null)).status).toBe(401);
});
