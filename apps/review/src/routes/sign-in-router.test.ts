import { startGitHubStandIn, type GitHubStandIn } from '@topodiff/github-stand-in';
import { Router } from 'express';
import type { Express } from 'express';
import request from 'supertest';
import { hashToken } from '../auth/hash-token.ts';
import { identityOf } from '../auth/identity-of.ts';
import type { Configuration } from '../configuration.ts';
import { createTestApp, createTestParts, ourHost } from '../testing/auth-parts.ts';
import type { TestParts } from '../testing/auth-parts.ts';
import { publicUrl } from '../testing/test-configuration.ts';
import { createSignInRouter } from './sign-in-router.ts';

let gitHub: GitHubStandIn;
let parts: TestParts;
let app: Express;
beforeEach(async () => {
  gitHub = await startGitHubStandIn();
  const oauth = gitHub.addOAuthClient({ callbackUrl: `${publicUrl}/sign-in/callback` });
  gitHub.signInAs('alice');
  ({ parts, app } = createSignInApp({
    oauth,
    github: { serverUrl: gitHub.baseUrl, apiUrl: gitHub.baseUrl },
  }));
});
afterEach(() => gitHub.close());

function createSignInApp(configuration: Partial<Configuration>): { parts: TestParts; app: Express } {
  const created = createTestParts({ configuration, fetch });
  const router = Router();
  router.use(createSignInRouter(created));
  router.get('/who', (_request, response) => void response.json(identityOf(response)));
  return { parts: created, app: createTestApp(created, router) };
}

type Answer = Awaited<ReturnType<typeof get>>;
const get = (path: string, cookie = '') =>
  request(app)
    .get(path)
    .set({ ...ourHost, cookie });
const cookiesOf = (answer: Answer): readonly string[] => [answer.get('set-cookie') ?? []].flat();
/** The cookie as the browser sends it back; undefined when the answer sets none of this name. */
function cookieOf(answer: Answer, name: string): string | undefined {
  return cookiesOf(answer)
    .find((cookie) => cookie.startsWith(`${name}=`))
    ?.split(';')[0];
}

interface Begun {
  readonly cookie: string;
  /** GitHub's page. */
  readonly page: URL;
}

async function begin(returnTo = '/reviews/acme/serving/7'): Promise<Begun> {
  const answer = await get(`/sign-in?return_to=${encodeURIComponent(returnTo)}`);
  expect(answer.status).toBe(303);
  return {
    cookie: cookieOf(answer, '__Host-topodiff-sign-in') ?? '',
    page: new URL(answer.get('location') ?? ''),
  };
}

/** What GitHub's page sends the browser back to, as a path. */
async function press({ page }: Pick<Begun, 'page'>): Promise<string> {
  const answer = await fetch(page, { redirect: 'manual' });
  return (answer.headers.get('location') ?? '').slice(publicUrl.length);
}

async function signIn(): Promise<{ answer: Answer; session: string }> {
  const begun = await begin();
  const answer = await get(await press(begun), begun.cookie);
  return { answer, session: cookieOf(answer, '__Host-topodiff') ?? '' };
}

function expectRefused(answer: Answer, status: number, line: RegExp): void {
  expect(answer.status).toBe(status);
  expect(answer.text).toMatch(line);
  expect(cookieOf(answer, '__Host-topodiff')).toBeUndefined();
  expect(parts.store.sessions.size).toBe(0);
  expect(parts.store.audit.at(-1)).toMatchObject({ actor: 'nobody', action: 'sign-in-failed' });
}

test('signs somebody in, and brings him back to where he was', async () => {
  const { answer, session } = await signIn();
  expect([answer.status, answer.get('location')]).toEqual([303, '/reviews/acme/serving/7']);
  const who = (await get('/who', session)).body as Record<string, unknown>;
  expect(who).toEqual({
    kind: 'user',
    login: 'alice',
    userId: gitHub.user('alice').id,
    csrfToken: expect.stringMatching(/^[\w-]{43}$/) as string,
    token: expect.stringMatching(/^ghu_/) as string,
  });
  const [record] = [...parts.store.sessions.values()];
  expect(record?.tokenHash).toBe(hashToken(session.split('=')[1] ?? ''));
  expect(JSON.stringify(record)).not.toContain(who['token']);
  expect(parts.store.audit).toEqual([
    { actor: 'alice', action: 'sign-in', repositoryId: null, detail: { userId: who['userId'] } },
  ]);
});

test('keeps its cookies from scripts, other hosts and plain connections', async () => {
  const { answer } = await signIn();
  const set = cookiesOf(answer).find((cookie) => cookie.startsWith('__Host-topodiff='));
  expect(set).toMatch(/; Max-Age=28800; Path=\/; Expires=[^;]+; HttpOnly; Secure; SameSite=Lax$/);
  const begun = await get('/sign-in');
  expect(cookiesOf(begun)[0]).toMatch(
    /; Max-Age=600; Path=\/; Expires=[^;]+; HttpOnly; Secure; SameSite=Lax$/,
  );
  expect(cookiesOf(answer)).toContainEqual(
    expect.stringMatching(/^__Host-topodiff-sign-in=; Path=\/; Expires=Thu, 01 Jan 1970/),
  );
});

test('asks GitHub with state and a PKCE challenge that are new each time', async () => {
  const [first, second] = [await begin(), await begin()];
  const { client_id: _, ...query } = Object.fromEntries(first.page.searchParams);
  expect(query).toEqual({
    redirect_uri: `${publicUrl}/sign-in/callback`,
    state: expect.stringMatching(/^[\w-]{43}$/) as string,
    code_challenge: expect.stringMatching(/^[\w-]{43}$/) as string,
    code_challenge_method: 'S256',
  });
  for (const name of ['state', 'code_challenge']) {
    expect(first.page.searchParams.get(name)).not.toBe(second.page.searchParams.get(name));
    expect(first.cookie).not.toContain(first.page.searchParams.get(name));
  }
});

test('refuses another state, none, or two', async () => {
  const begun = await begin();
  const path = await press(begun);
  const other = path.replace(/state=[\w-]+/, 'state=other');
  for (const wrong of [other, path.replace(/&?state=[\w-]+/, ''), `${path}&state=b`]) {
    expectRefused(await get(wrong, begun.cookie), 400, /does not belong to this browser/);
  }
});

test('refuses an answer in a browser that began nothing, or that began something else', async () => {
  const path = await press(await begin());
  expectRefused(await get(path), 400, /begun in another browser/);
  expectRefused(await get(path, (await begin()).cookie), 400, /does not belong to this browser/);
  expectRefused(await get(path, '__Host-topodiff-sign-in=forged'), 400, /begun in another browser/);
});

test('refuses an answer after ten minutes', async () => {
  const begun = await begin();
  const path = await press(begun);
  parts.clock.now = new Date(parts.clock.now.getTime() + 10 * 60_000);
  expectRefused(await get(path, begun.cookie), 400, /too long ago/);
});

test("refuses a code that was used, or that was given for another's challenge", async () => {
  const begun = await begin();
  const path = await press(begun);
  expect(cookieOf(await get(path, begun.cookie), '__Host-topodiff')).toBeDefined();
  parts.store.sessions.clear();
  expectRefused(await get(path, begun.cookie), 400, /does not accept this sign-in/);
  // The code of another sign-in with the state of this one: only PKCE tells.
  const [mine, other] = [await begin(), await begin()];
  const stolen = new URL(await press(other), publicUrl).searchParams.get('code') ?? '';
  const mixed = (await press(mine)).replace(/code=\w+/, `code=${stolen}`);
  expectRefused(await get(mixed, mine.cookie), 400, /does not accept this sign-in/);
});

test('tells who cancels, and repeats nothing of what the address says', async () => {
  gitHub.signInAs(null);
  const begun = await begin();
  const path = `${await press(begun)}&error_description=%3Cscript%3Ealert(1)%3C/script%3E`;
  const answer = await get(path, begun.cookie);
  expectRefused(answer, 403, /was not allowed/);
  expect(answer.text).not.toContain('alert(1)');
});

test.each(['code=', 'code=a&code=b', `code=${'a'.repeat(501)}`, 'code[a]=b'])(
  'refuses the code of %.20s',
  async (code) => {
    const begun = await begin();
    const path = (await press(begun)).replace(/code=\w+/, code);
    expectRefused(await get(path, begun.cookie), 400, /sent no code/);
  },
);

test('answers with 502 when GitHub does not', async () => {
  const begun = await begin();
  const path = await press(begun);
  gitHub.injectFault({ on: 'POST /login/oauth/access_token', answer: 'hang-up' });
  expectRefused(await get(path, begun.cookie), 502, /could not be asked/);
  const again = await begin();
  const second = await press(again);
  gitHub.injectFault({ on: 'GET /user', answer: 'hang-up' });
  expectRefused(await get(second, again.cookie), 502, /could not be asked/);
});

test('gives a session that nobody could know before, and ends the one that was there', async () => {
  const planted = `__Host-topodiff=${'a'.repeat(43)}`;
  const begun = await begin();
  const answer = await get(await press(begun), `${begun.cookie}; ${planted}`);
  const session = cookieOf(answer, '__Host-topodiff') ?? '';
  expect(cookiesOf(answer).filter((cookie) => cookie.startsWith('__Host-topodiff='))).toHaveLength(1);
  expect((await get('/who', session)).body).toMatchObject({ login: 'alice' });
  expect(session).not.toBe(planted);
  expect((await get('/who', planted)).body).toEqual({ kind: 'nobody' });
  gitHub.signInAs('bob');
  const next = await begin();
  const second = await get(await press(next), `${next.cookie}; ${session}`);
  expect((await get('/who', session)).body).toEqual({ kind: 'nobody' });
  expect((await get('/who', cookieOf(second, '__Host-topodiff'))).body).toMatchObject({ login: 'bob' });
});

test.each([
  'https://evil.example',
  '//evil.example',
  '/\\evil.example',
  '/.//evil.example',
  '/\t/evil.example',
])('sends nobody to %j', async (returnTo) => {
  const begun = await begin(returnTo);
  const answer = await get(await press(begun), begun.cookie);
  expect(answer.get('location')).toBe('/reviews');
});

test('ends a session when it is over, when it is unknown, and when the key was changed', async () => {
  const { session } = await signIn();
  const unknown = await get('/who', '__Host-topodiff=unknown');
  expect(unknown.body).toEqual({ kind: 'nobody' });
  expect(cookiesOf(unknown)[0]).toMatch(/^__Host-topodiff=; Path=\/; Expires=Thu, 01 Jan 1970.*Secure/);
  const [record] = [...parts.store.sessions.values()];
  if (record !== undefined) await parts.store.saveSession({ ...record, encryptedToken: 'of-another-key' });
  expect((await get('/who', session)).body).toEqual({ kind: 'nobody' });
  expect(parts.store.sessions.size).toBe(0);

  const later = await signIn();
  parts.clock.now = new Date(parts.clock.now.getTime() + 8 * 60 * 60_000);
  expect((await get('/who', later.session)).body).toEqual({ kind: 'nobody' });
});

test('ends a session that is over, also when the store still has it', async () => {
  const { session } = await signIn();
  const [record = null] = [...parts.store.sessions.values()];
  parts.store.findSession = () => Promise.resolve(record);
  parts.clock.now = new Date(parts.clock.now.getTime() + 8 * 60 * 60_000);
  expect((await get('/who', session)).body).toEqual({ kind: 'nobody' });
  expect(parts.store.sessions.size).toBe(0);
});

test('signs somebody out, when his own form asks for it', async () => {
  const { session } = await signIn();
  const { csrfToken } = (await get('/who', session)).body as { csrfToken: string };
  const signOut = (headers: Readonly<Record<string, string>>, csrf: string) =>
    request(app)
      .post('/sign-out')
      .set({ ...ourHost, cookie: session, ...headers })
      .type('form')
      .send({ csrf });
  expect((await signOut({}, '')).status).toBe(403);
  expect((await signOut({}, 'wrong')).status).toBe(403);
  expect((await signOut({ origin: 'https://evil.example' }, csrfToken)).status).toBe(403);
  expect((await signOut({ host: 'evil.example' }, csrfToken)).status).toBe(403);
  expect((await get('/sign-out', session)).status).toBe(404);
  expect((await get('/who', session)).body).toMatchObject({ login: 'alice' });
  const answer = await signOut({ origin: publicUrl }, csrfToken);
  expect([answer.status, answer.get('location')]).toEqual([303, '/']);
  expect((await get('/who', session)).body).toEqual({ kind: 'nobody' });
  expect(parts.store.audit.at(-1)).toMatchObject({ actor: 'alice', action: 'sign-out' });
});

test('writes no secret into the log or the audit log', async () => {
  const { session } = await signIn();
  const { token } = (await get('/who', session)).body as { token: string };
  const written = JSON.stringify([parts.log, parts.store.audit]);
  const secret = parts.configuration.oauth?.clientSecret ?? '';
  for (const text of [token, session.split('=')[1] ?? '', secret]) expect(written).not.toContain(text);
});

test('says that nobody can sign in where there is no client', async () => {
  ({ parts, app } = createSignInApp({ oauth: null, encryptionKey: null }));
  for (const path of ['/sign-in', '/sign-in/callback?code=a&state=b']) {
    const answer = await get(path);
    expect([answer.status, answer.text.includes('has no OAuth client')]).toEqual([404, true]);
  }
});

test('knows the person at this machine in local mode', async () => {
  ({ parts, app } = createSignInApp({ mode: 'local', publicUrl: 'http://127.0.0.1:4173' }));
  const answer = await request(app).get('/who').set({ host: 'localhost:4173' });
  expect(answer.body).toEqual({ kind: 'local' });
});
