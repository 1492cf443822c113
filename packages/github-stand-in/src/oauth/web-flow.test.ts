import { createHash } from 'node:crypto';
import { startGitHubStandIn } from '../start-github-stand-in.ts';
import type { GitHubStandIn } from '../start-github-stand-in.ts';
import { pick, pickEach, send } from '../testing/send.ts';

const callbackUrl = 'http://127.0.0.1:9/sign-in/callback';
const verifier = 'a-verifier-of-at-least-forty-three-characters-in-all';
const challenge = createHash('sha256').update(verifier).digest('base64url');

let gitHub: GitHubStandIn;
let now: Date;
let client: { clientId: string; clientSecret: string };
beforeEach(async () => {
  now = new Date('2026-11-27T12:00:00Z');
  gitHub = await startGitHubStandIn({ clock: () => now });
  client = gitHub.addOAuthClient({ callbackUrl });
  gitHub.signInAs('alice');
});
afterEach(() => gitHub.close());

async function authorize(parameters: Readonly<Record<string, string>> = {}): Promise<Response> {
  const query = new URLSearchParams({
    client_id: client.clientId,
    redirect_uri: callbackUrl,
    state: 'the-state',
    code_challenge: challenge,
    code_challenge_method: 'S256',
    ...parameters,
  });
  return fetch(`${gitHub.baseUrl}/login/oauth/authorize?${query.toString()}`, { redirect: 'manual' });
}

const sentBack = (response: Response): URL => new URL(response.headers.get('location') ?? 'none:');
const takeCode = async (): Promise<string> => sentBack(await authorize()).searchParams.get('code') ?? '';

async function exchange(parameters: Readonly<Record<string, string>>): Promise<Record<string, unknown>> {
  const response = await fetch(`${gitHub.baseUrl}/login/oauth/access_token`, {
    method: 'POST',
    headers: { accept: 'application/json' },
    body: new URLSearchParams({
      client_id: client.clientId,
      client_secret: client.clientSecret,
      redirect_uri: callbackUrl,
      code_verifier: verifier,
      ...parameters,
    }),
  });
  return (await response.json()) as Record<string, unknown>; // it answers with objects only
}

test('gives a token that acts for who signed in', async () => {
  const answer = await authorize();
  const url = sentBack(answer);
  expect([answer.status, `${url.origin}${url.pathname}`, url.searchParams.get('state')]).toEqual([
    302,
    callbackUrl,
    'the-state',
  ]);
  const { access_token: token, ...rest } = await exchange({ code: url.searchParams.get('code') ?? '' });
  expect(rest).toEqual({ expires_in: 28_800, scope: '', token_type: 'bearer' });
  expect(token).toMatch(/^ghu_/);
  const user = await send(gitHub.baseUrl, { to: '/user', token: String(token) });
  expect(pick(user, 'login', 'id')).toEqual(['alice', gitHub.user('alice').id]);
});

test('takes a code once, for ten minutes, with the verifier and the secret', async () => {
  const code = await takeCode();
  expect(await exchange({ code })).toHaveProperty('access_token');
  const refused = { error: 'bad_verification_code' };
  expect(await exchange({ code })).toMatchObject(refused);
  expect(await exchange({ code: await takeCode(), code_verifier: 'another' })).toMatchObject(refused);
  expect(await exchange({ code: await takeCode(), code_verifier: '' })).toMatchObject(refused);
  expect(await exchange({ code: await takeCode(), client_secret: 'wrong' })).toMatchObject({
    error: 'incorrect_client_credentials',
  });
  expect(await exchange({ code: await takeCode(), redirect_uri: `${callbackUrl}/other` })).toMatchObject({
    error: 'redirect_uri_mismatch',
  });
  const late = await takeCode();
  now = new Date(now.getTime() + 10 * 60_000);
  expect(await exchange({ code: late })).toMatchObject(refused);
});

test('sends nobody to a foreign address, and tells who cancels', async () => {
  const foreign = sentBack(await authorize({ redirect_uri: 'http://127.0.0.1:9/sign-in/callback.evil' }));
  expect([foreign.pathname, foreign.searchParams.get('error')]).toEqual([
    '/sign-in/callback',
    'redirect_uri_mismatch',
  ]);
  expect((await authorize({ client_id: 'unknown' })).status).toBe(404);
  expect(sentBack(await authorize({ code_challenge_method: 'plain' })).searchParams.get('error')).toBe(
    'invalid_request',
  );
  gitHub.signInAs(null);
  expect(sentBack(await authorize()).searchParams.get('error')).toBe('access_denied');
});

test('lists what somebody has a role in, page by page, as it is now', async () => {
  const [first, second] = ['acme/a', 'acme/b'].map((name) => gitHub.addRepository(name));
  gitHub.addRepository('acme/hidden');
  gitHub.addRepository('acme/open', { visibility: 'public' });
  first?.setPermission('alice', 'read');
  second?.setPermission('alice', 'admin');
  const token = String((await exchange({ code: await takeCode() }))['access_token']);
  const ask = (query: string) => send(gitHub.baseUrl, { to: `/user/repos?${query}`, token });
  expect(pickEach(await ask('per_page=100'), 'full_name')).toEqual([['acme/a'], ['acme/b']]);
  const page = await ask('per_page=1');
  expect(pickEach(page, 'id')).toEqual([[first?.id]]);
  expect(page.headers.get('link')).toContain(`<${gitHub.baseUrl}/user/repos?per_page=1&page=2>; rel="next"`);
  first?.setPermission('alice', 'none');
  expect(pickEach(await ask('per_page=100'), 'full_name')).toEqual([['acme/b']]);
  expect((await send(gitHub.baseUrl, { to: '/repos/acme/a', token })).status).toBe(404);
});

test('shows the person to tokens of persons only', async () => {
  const repository = gitHub.addRepository('acme/a');
  const token = gitHub.addToken({ kind: 'actions', repository, permissions: {} });
  expect((await send(gitHub.baseUrl, { to: '/user', token })).status).toBe(403);
  expect((await send(gitHub.baseUrl, { to: '/user/repos' })).status).toBe(401);
});
