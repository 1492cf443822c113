import { badGateway, startGitHubStandIn } from '@topodiff/github-stand-in';
import type { GitHubStandIn, Repository } from '@topodiff/github-stand-in';
import { Router } from 'express';
import request from 'supertest';
import { createTestApp, createTestParts, ourHost } from '../testing/auth-parts.ts';
import type { TestParts } from '../testing/auth-parts.ts';
import { GithubFailure } from './github-failure.ts';
import type { UserIdentity } from './identity.ts';

let gitHub: GitHubStandIn;
let repository: Repository;
let parts: TestParts;
let alice: UserIdentity;
beforeEach(async () => {
  gitHub = await startGitHubStandIn();
  repository = gitHub.addRepository('acme/serving');
  repository.setPermission('alice', 'maintain');
  gitHub.addTeam('acme/platform', ['alice', { login: 'bob', state: 'pending' }]);
  const github = { serverUrl: gitHub.baseUrl, apiUrl: gitHub.baseUrl };
  parts = createTestParts({ configuration: { github }, fetch });
  alice = signedIn('alice');
});
afterEach(() => gitHub.close());

function signedIn(login: string): UserIdentity {
  const token = gitHub.addToken({ kind: 'user', user: login, permissions: { members: 'read' } });
  return { kind: 'user', login, userId: gitHub.user(login).id, csrfToken: 'a', token };
}

const serving = () => ({ id: repository.id, fullName: 'acme/serving' });

const minutes = (count: number): void => {
  parts.clock.now = new Date(parts.clock.now.getTime() + count * 60_000);
};

test('lists what somebody can read, on all pages', async () => {
  const ids = [repository.id];
  for (let count = 0; count < 120; count += 1) {
    const other = gitHub.addRepository(`acme/serving-${count}`);
    other.setPermission('alice', 'read');
    ids.push(other.id);
  }
  gitHub.addRepository('acme/hidden');
  const readable = await parts.github.readableRepositories(alice);
  expect([...readable].toSorted()).toEqual(ids.toSorted());
  expect(gitHub.requests.map(({ path, query }) => [path, query['page']])).toEqual([
    ['/user/repos', '1'],
    ['/user/repos', '2'],
  ]);
});

test('remembers it for five minutes, for each sign-in on its own', async () => {
  const ask = async (user: UserIdentity): Promise<boolean> =>
    (await parts.github.readableRepositories(user)).has(repository.id);
  expect(await Promise.all([ask(alice), ask(alice)])).toEqual([true, true]);
  expect(gitHub.requests).toHaveLength(1);
  repository.setPermission('alice', 'none');
  minutes(4.9);
  expect(await ask(alice)).toBe(true);
  expect(await ask(signedIn('alice'))).toBe(false);
  minutes(0.1);
  expect(await ask(alice)).toBe(false);
});

test.each(['none', 'read', 'triage', 'write', 'maintain', 'admin'] as const)(
  'tells the permission %s as it is now',
  async (role) => {
    repository.setPermission('alice', role);
    expect(await parts.github.permissionIn(alice, serving())).toBe(role);
    repository.setPermission('alice', 'none');
    expect(await parts.github.permissionIn(alice, serving())).toBe('none');
  },
);

test('knows no permission in what is not there, or is no name', async () => {
  for (const name of ['acme/other', 'acme', '../user', 'acme/..', './.', 'acme/serving/..', 'acme/a b', '']) {
    expect(await parts.github.permissionIn(alice, { ...serving(), fullName: name })).toBe('none');
  }
  expect(gitHub.requests.every(({ path }) => path.startsWith('/repos/acme/other'))).toBe(true);
});

test('lets somebody read whose permission GitHub does not tell', async () => {
  gitHub.injectFault({
    on: /permission$/,
    answer: { status: 403, headers: {}, body: { message: 'Must have push access' } },
  });
  expect(await parts.github.permissionIn(alice, serving())).toBe('read');
});

test('gives nobody what belongs to who has his login now', async () => {
  const renamed = { ...alice, userId: 1 };
  expect(await parts.github.permissionIn(renamed, serving())).toBe('none');
  expect(await parts.github.isMemberOf(renamed, 'acme/platform')).toBe(false);
});

test('gives nobody what he may do in another repository of that name', async () => {
  repository.setPermission('alice', 'admin');
  expect(await parts.github.permissionIn(alice, serving())).toBe('admin');
  const renamedSince = { id: repository.id + 1_000, fullName: 'acme/serving' };
  expect(await parts.github.permissionIn(alice, renamedSince)).toBe('none');
});

test('knows the active members of a team', async () => {
  repository.setPermission('bob', 'read');
  const isMember = (user: UserIdentity, team = 'acme/platform') => parts.github.isMemberOf(user, team);
  expect(await isMember(alice)).toBe(true);
  expect(await isMember(signedIn('bob'))).toBe(false);
  expect(await isMember(alice, 'acme/other')).toBe(false);
  for (const team of ['acme', 'acme/../x', 'acme/platform/x', '', '../../user']) {
    expect(await isMember(alice, team)).toBe(false);
  }
});

describe('when GitHub gives no answer', () => {
  const faults = [
    ['an error of its own', badGateway()],
    ['no answer', 'hang-up'],
    ['too many requests', { status: 429, headers: {}, body: {} }],
    ['too many requests in the hour', { status: 403, headers: { 'x-ratelimit-remaining': '0' }, body: {} }],
    ['something else', { status: 200, headers: { 'content-type': 'application/json' }, body: { a: 1 } }],
  ] as const;

  test.each(faults)('lets nobody in: %s', async (_, answer) => {
    const ask = [
      () => parts.github.readableRepositories(alice),
      () => parts.github.permissionIn(alice, serving()),
      () => parts.github.isMemberOf(alice, 'acme/platform'),
    ];
    for (const question of ask) {
      gitHub.injectFault({ on: /^GET /, answer });
      await expect(question()).rejects.toThrow(GithubFailure);
    }
    // What failed is not remembered.
    expect((await parts.github.readableRepositories(alice)).has(repository.id)).toBe(true);
  });

  test('answers with 502, and ends a session that GitHub has ended', async () => {
    const router = Router();
    router.get('/page', async (_request, response) => {
      await parts.github.readableRepositories(alice);
      response.send('shown');
    });
    const app = createTestApp(parts, router);
    gitHub.injectFault({ on: /^GET /, answer: badGateway() });
    const unavailable = await request(app).get('/page').set(ourHost);
    expect([unavailable.status, unavailable.text.includes('nobody is let in')]).toEqual([502, true]);
    gitHub.revokeToken(alice.token);
    const refused = await request(app).get('/page').set(ourHost);
    expect([refused.status, refused.text.includes('Sign in again.')]).toEqual([401, true]);
    expect(refused.get('set-cookie')?.[0]).toMatch(/^__Host-topodiff=;/);
    expect(parts.log.join('')).not.toContain(alice.token);
  });
});
