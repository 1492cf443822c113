import { createPublicKey, verify as verifySignature } from 'node:crypto';
import type { JsonWebKey } from 'node:crypto';
import { startGitHubStandIn } from '../start-github-stand-in.ts';
import type { GitHubStandIn } from '../start-github-stand-in.ts';

let gitHub: GitHubStandIn;
beforeEach(async () => {
  gitHub = await startGitHubStandIn();
});
afterEach(() => gitHub.close());

const audience = 'https://review.example';

/** What a token says, when the issuer's published key verifies it; null when none does. */
async function verify(token: string): Promise<Record<string, unknown> | null> {
  const read = async (address: string): Promise<Record<string, unknown>> =>
    (await (await fetch(address)).json()) as Record<string, unknown>; // the issuer answers with objects
  const about = await read(`${gitHub.actionsIssuer}/.well-known/openid-configuration`);
  const { keys } = (await read(String(about['jwks_uri']))) as { keys: (JsonWebKey & { kid: string })[] };
  const [header = '', payload = '', signature = ''] = token.split('.');
  const decode = (part: string): Record<string, unknown> =>
    JSON.parse(Buffer.from(part, 'base64url').toString()) as Record<string, unknown>; // both parts are objects
  const jwk = keys.find(({ kid }) => kid === decode(header)['kid']);
  if (jwk === undefined || decode(header)['alg'] !== 'RS256') return null;
  const key = createPublicKey({ key: jwk, format: 'jwk' });
  const isSigned = verifySignature(
    'sha256',
    Buffer.from(`${header}.${payload}`),
    key,
    Buffer.from(signature, 'base64url'),
  );
  return isSigned ? decode(payload) : null;
}

test('signs tokens for a run that its published keys verify', async () => {
  const repository = gitHub.addRepository('acme/serving', { id: 42 });
  const ref = 'refs/pull/7/merge';
  const token = gitHub.issueActionsToken({ repository, ref, audience, event_name: 'pull_request_target' });
  const claims = await verify(token);
  expect(claims).toMatchObject({
    iss: gitHub.actionsIssuer,
    aud: audience,
    repository_id: '42',
    repository: 'acme/serving',
    ref,
    event_name: 'pull_request_target',
  });
  expect(Number(claims?.['exp']) - Number(claims?.['iat'])).toBe(300);
  const other = gitHub.issueActionsToken({ repository, ref: 'refs/heads/main' }).split('.')[1] ?? '';
  expect(await verify(token.replace(/\.[\w-]+\./, `.${other}.`))).toBeNull();
});

test('gives a step the tokens of its run, asked as the toolkit asks', async () => {
  const repository = gitHub.addRepository('acme/serving');
  const environment = gitHub.addActionsTokenRequest({ repository, ref: 'refs/pull/7/merge' });
  const ask = (token: string) =>
    fetch(`${environment.ACTIONS_ID_TOKEN_REQUEST_URL}&audience=${encodeURIComponent(audience)}`, {
      headers: { authorization: `Bearer ${token}` },
    });
  const take = async (): Promise<string> => {
    const answer = await ask(environment.ACTIONS_ID_TOKEN_REQUEST_TOKEN);
    return ((await answer.json()) as { value: string }).value; // what the toolkit reads
  };
  const [first, second] = [await verify(await take()), await verify(await take())];
  expect(first?.['ref']).toBe('refs/pull/7/merge');
  expect(first?.['aud']).toBe(audience);
  expect(first?.['jti']).not.toBe(second?.['jti']);
  expect((await ask('wrong')).status).toBe(401);
});
