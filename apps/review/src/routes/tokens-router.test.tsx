import { startGitHubStandIn } from '@topodiff/github-stand-in';
import type { GitHubStandIn, Repository } from '@topodiff/github-stand-in';
import type { Express } from 'express';
import request from 'supertest';
import { encryptToken } from '../auth/encrypt-token.ts';
import { hashToken } from '../auth/hash-token.ts';
import { createTestApp, createTestParts, ourHost } from '../testing/auth-parts.ts';
import type { TestParts } from '../testing/auth-parts.ts';
import { createTokensRouter } from './tokens-router.tsx';

let gitHub: GitHubStandIn;
let repository: Repository;
let parts: TestParts;
let app: Express;
let cookie: string;
beforeEach(async () => {
  gitHub = await startGitHubStandIn();
  repository = gitHub.addRepository('acme/serving');
  repository.setPermission('alice', 'admin');
  const github = { serverUrl: gitHub.baseUrl, apiUrl: gitHub.baseUrl };
  parts = createTestParts({ configuration: { github }, fetch });
  app = createTestApp(parts, createTokensRouter(parts));
  cookie = await signIn('alice');
});
afterEach(() => gitHub.close());

async function signIn(login: string): Promise<string> {
  const session = login.padEnd(43, '-');
  const token = gitHub.addToken({ kind: 'user', user: login, permissions: {} });
  const key = parts.configuration.encryptionKey ?? new Uint8Array();
  await parts.store.saveSession({
    tokenHash: hashToken(session),
    userId: gitHub.user(login).id,
    login,
    encryptedToken: encryptToken(key, 'github-token', token),
    csrfToken: 'csrf-of-the-session',
    expiresAt: new Date('2026-11-28T12:00:00Z'),
  });
  return `__Host-topodiff=${session}`;
}

const path = '/repositories/acme/serving/tokens';
const open = (from = path, as = cookie) =>
  request(app)
    .get(from)
    .set({ ...ourHost, cookie: as });
const send = (fields: Readonly<Record<string, string>>, to = path, as = cookie) =>
  request(app)
    .post(to)
    .set({ ...ourHost, cookie: as })
    .type('form')
    .send({ csrf: 'csrf-of-the-session', ...fields });
const idOfFirst = async (): Promise<string> =>
  (await parts.store.listRepositoryTokens(repository.id))[0]?.id ?? '';

test('makes a token that is shown once and kept as a hash', async () => {
  const created = await send({ name: 'ci' });
  const [token = ''] = /tdr_[\w-]{43}/.exec(created.text) ?? [];
  expect(created.status).toBe(201);
  expect(await parts.store.useRepositoryToken(hashToken(token))).toMatchObject({
    repositoryId: repository.id,
    name: 'ci',
  });
  const list = await open();
  expect(list.text).toContain('ci</th>');
  expect(list.text).not.toContain('tdr_');
  expect(JSON.stringify([parts.store.audit, parts.log])).not.toContain(token);
  expect(parts.store.audit).toEqual([
    {
      actor: 'alice',
      action: 'token-created',
      repositoryId: repository.id,
      detail: { id: await idOfFirst(), name: 'ci' },
    },
  ]);
});

test('revokes a token of this repository only', async () => {
  await send({ name: 'ci' });
  const id = await idOfFirst();
  const other = gitHub.addRepository('acme/other');
  other.setPermission('alice', 'admin');
  expect((await send({}, `/repositories/acme/other/tokens/${id}/revoke`)).status).toBe(404);
  expect((await send({}, `${path}/${encodeURIComponent("' or 1=1")}/revoke`)).status).toBe(404);
  const revoked = await send({}, `${path}/${id}/revoke`);
  expect([revoked.status, revoked.get('location')]).toEqual([303, path]);
  expect(await parts.store.listRepositoryTokens(repository.id)).toEqual([]);
  expect(parts.store.audit.at(-1)).toMatchObject({ action: 'token-revoked', detail: { id } });
});

test.each(['none', 'read', 'triage', 'write', 'maintain'] as const)(
  'shows nothing to somebody who may %s',
  async (role) => {
    repository.setPermission('bob', role);
    const bob = await signIn('bob');
    const status = role === 'none' ? 404 : 403;
    expect((await open(path, bob)).status).toBe(status);
    expect((await send({ name: 'ci' }, path, bob)).status).toBe(status);
    expect(await parts.store.listRepositoryTokens(repository.id)).toEqual([]);
  },
);

test('asks anew each time', async () => {
  expect((await open()).status).toBe(200);
  repository.setPermission('alice', 'read');
  expect((await send({ name: 'ci' })).status).toBe(403);
});

test('tells nobody without a sign-in whether a repository is there', async () => {
  expect((await open(path, '')).status).toBe(401);
  expect((await open('/repositories/acme/unknown/tokens', '')).status).toBe(401);
  expect((await open('/repositories/acme/unknown/tokens')).status).toBe(404);
  expect((await open('/repositories/..%2F..%2Fuser/x/tokens')).status).toBe(404);
});

test('refuses writes without the token of the session', async () => {
  expect((await send({ name: 'ci', csrf: 'wrong' })).status).toBe(403);
  expect((await send({ csrf: '' }, `${path}/a/revoke`)).status).toBe(403);
  const json = await request(app)
    .post(path)
    .set({ ...ourHost, cookie, 'x-csrf-token': 'csrf-of-the-session' })
    .send({ name: 'ci' });
  expect(json.status).toBe(422);
});

test('shows a hostile name as a text, and takes none that is no line', async () => {
  const name = '<img src=x onerror=alert(1)>"&';
  const created = await send({ name });
  expect(created.status).toBe(201);
  expect(created.text).toContain('&lt;img src=x onerror=alert(1)>&quot;&amp;</th>');
  expect(created.text).not.toContain('<img');
  for (const wrong of ['', '   ', 'a\nb', 'a\u202eb', 'a'.repeat(101)]) {
    expect((await send({ name: wrong })).status).toBe(422);
  }
});
