import { createLocalJWKSet, createRemoteJWKSet, jwtVerify } from 'jose';
import { startGitHubStandIn } from '../start-github-stand-in.ts';
import type { GitHubStandIn } from '../start-github-stand-in.ts';

let gitHub: GitHubStandIn;
beforeEach(async () => {
  gitHub = await startGitHubStandIn();
});
afterEach(() => gitHub.close());

const audience = 'https://review.example';

async function verify(token: string) {
  const { jwks_uri: address } = (await (
    await fetch(`${gitHub.actionsIssuer}/.well-known/openid-configuration`)
  ).json()) as { jwks_uri: string }; // as the issuer describes itself
  const keys = createRemoteJWKSet(new URL(address));
  return jwtVerify(token, keys, { issuer: gitHub.actionsIssuer, audience, algorithms: ['RS256'] });
}

test('signs tokens for a run that its published keys verify', async () => {
  const repository = gitHub.addRepository('acme/serving', { id: 42 });
  const ref = 'refs/pull/7/merge';
  const { payload } = await verify(
    gitHub.issueActionsToken({ repository, ref, audience, event_name: 'pull_request_target' }),
  );
  expect(payload).toMatchObject({
    repository_id: '42',
    repository: 'acme/serving',
    ref,
    event_name: 'pull_request_target',
  });
  expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(300);
  const other = createLocalJWKSet({ keys: [] });
  await expect(jwtVerify(gitHub.issueActionsToken({ repository, ref, audience }), other)).rejects.toThrow();
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
  expect(first.payload['ref']).toBe('refs/pull/7/merge');
  expect(first.payload.jti).not.toBe(second.payload.jti);
  expect((await ask('wrong')).status).toBe(401);
});
