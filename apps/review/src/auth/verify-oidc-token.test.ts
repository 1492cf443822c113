import { exportSPKI, generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import { createTestParts } from '../testing/auth-parts.ts';
import type { TestParts } from '../testing/auth-parts.ts';
import { createTokenIssuer, goodClaims } from '../testing/token-issuer.ts';
import type { TokenIssuer } from '../testing/token-issuer.ts';
import { createVerifyOidcToken } from './verify-oidc-token.ts';
import type { VerifyOidcToken } from './verify-oidc-token.ts';

let parts: TestParts;
let issuer: TokenIssuer;
let verify: VerifyOidcToken;
beforeEach(async () => {
  parts = createTestParts();
  issuer = await createTokenIssuer(parts.now);
  verify = createVerifyOidcToken({ ...parts, fetch: issuer.fetch });
});

const seconds = (): number => Math.floor(parts.now().getTime() / 1_000);
async function expectRefused(token: string, line: RegExp, status = 401): Promise<void> {
  const result = await verify(token);
  expect(result).toEqual({ kind: 'refused', status, line: expect.stringMatching(line) as string });
}

test('tells the repository, its number and the pull request', async () => {
  expect(await verify(await issuer.sign())).toEqual({
    kind: 'verified',
    claims: {
      repositoryId: 42,
      repository: 'acme/serving',
      pullRequest: 7,
      eventName: 'pull_request',
      run: null,
    },
  });
});

test.each([
  ['refs/heads/main', null],
  ['refs/pull/7/head', null],
  ['refs/pull/0/merge', null],
  ['refs/pull/7/merge/8/merge', null],
  ['refs/heads/refs/pull/7/merge', null],
  ['refs/pull/12/merge', 12],
])('reads %s as pull request %j', async (ref, pullRequest) => {
  expect(await verify(await issuer.sign({ ref }))).toMatchObject({ claims: { pullRequest } });
});

test('refuses a token that somebody else signed, or that was changed', async () => {
  const other = await createTokenIssuer(parts.now);
  await expectRefused(await other.sign(), /signature is wrong/);
  const [header, payload = '', signature] = (await issuer.sign()).split('.');
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as object; // our own
  const changed = Buffer.from(JSON.stringify({ ...claims, repository_id: '1' })).toString('base64url');
  await expectRefused(`${header}.${changed}.${signature}`, /signature is wrong/);
  await expectRefused(`${header}.${payload}.`, /valid token|signature is wrong/);
});

test('refuses every algorithm but RS256', async () => {
  await expectRefused(new UnsecuredJWT(goodClaims(parts.now())).encode(), /valid token|not RS256/);
  const publicKey = new TextEncoder().encode(await exportSPKI(issuer.publicKey));
  const confused = await new SignJWT(goodClaims(parts.now()))
    .setProtectedHeader({ alg: 'HS256', kid: 'the-key' })
    .sign(publicKey);
  await expectRefused(confused, /not RS256/);
  const { privateKey } = await generateKeyPair('PS256');
  const other = await new SignJWT(goodClaims(parts.now()))
    .setProtectedHeader({ alg: 'PS256', kid: 'the-key' })
    .sign(privateKey);
  await expectRefused(other, /not RS256/);
});

test('refuses tokens of another issuer or for another audience', async () => {
  await expectRefused(await issuer.sign({ iss: 'https://evil.example' }), /token's iss/);
  await expectRefused(await issuer.sign({ iss: 'https://issuer.example/' }), /token's iss/);
  await expectRefused(await issuer.sign({ aud: 'https://github.com/acme' }), /token's aud/);
});

test('refuses tokens that are over, that are not yet good, or that live too long', async () => {
  const now = seconds();
  await expectRefused(await issuer.sign({ exp: now - 31 }), /expired/);
  await expectRefused(await issuer.sign({ nbf: now + 60 }), /token's nbf/);
  await expectRefused(await issuer.sign({ iat: now + 60 }), /future/);
  await expectRefused(await issuer.sign({ exp: now + 601 }), /ten minutes/);
  await expectRefused(await issuer.sign({ iat: now - 86_400, exp: now + 300 }), /ten minutes/);
  await expectRefused(await issuer.sign({ exp: undefined }), /claim|exp/);
  await expectRefused(await issuer.sign({ iat: undefined }), /claim/);
  await expectRefused(await issuer.sign({ nbf: undefined }), /claim/);
});

test.each(['repository_id', 'repository', 'ref', 'event_name', 'jti'])(
  'refuses a token without %s, or with a strange one',
  async (claim) => {
    await expectRefused(await issuer.sign({ [claim]: undefined }), /lacks a claim/);
    await expectRefused(await issuer.sign({ [claim]: ['42'] }), /lacks a claim|valid token|claims/);
  },
);

test('takes a token once', async () => {
  const token = await issuer.sign();
  expect((await verify(token)).kind).toBe('verified');
  await expectRefused(token, /used before/);
  // Nothing is used up by a token that is refused for another reason.
  await expectRefused(await issuer.sign({ jti: 'the-id', aud: 'other' }), /aud/);
  expect((await verify(await issuer.sign({ jti: 'the-id' }))).kind).toBe('verified');
});

test('takes only the pinned workflow', async () => {
  const workflow = 'acme/ci/.github/workflows/review.yml@refs/heads/main';
  const oidc = { ...parts.configuration.oidc, jobWorkflowRef: workflow };
  verify = createVerifyOidcToken({
    ...parts,
    configuration: { ...parts.configuration, oidc },
    fetch: issuer.fetch,
  });
  expect((await verify(await issuer.sign())).kind).toBe('verified');
  await expectRefused(await issuer.sign({ job_workflow_ref: `${workflow}-2` }), /workflow/, 403);
  await expectRefused(await issuer.sign({ job_workflow_ref: undefined }), /workflow/, 403);
});

test('asks for the keys once, and not again for each unknown one', async () => {
  for (let count = 0; count < 3; count += 1) {
    await verify(await issuer.sign());
    await expectRefused(await issuer.sign({}, { kid: `unknown-${count}` }), /no such key/);
  }
  expect(issuer.asked()).toBe(1);
});

test('says that the keys cannot be had, which is no mistake of the token', async () => {
  verify = createVerifyOidcToken({ ...parts, fetch: () => Promise.reject(new Error('connection refused')) });
  await expectRefused(await issuer.sign(), /keys could not be read/, 503);
  // The answer is for CI; whoever runs the service has to find the reason.
  expect(parts.log.join('')).toContain('connection refused');
});

test.each(['', 'a', 'a.b.c', 'eyJhbGciOiJSUzI1NiJ9.e30.AA', '....', '🙂.🙂.🙂'])(
  'refuses %j',
  async (text) => {
    const result = await verify(text);
    expect(result).toMatchObject({ kind: 'refused', status: 401 });
  },
);

test('takes uploads of the owners alone that the settings name', async () => {
  const oidc = { ...parts.configuration.oidc, ownerIds: new Set([9919, 69631]) };
  const configuration = { ...parts.configuration, oidc };
  verify = createVerifyOidcToken({ ...parts, configuration, fetch: issuer.fetch });
  expect(await verify(await issuer.sign({ repository_owner_id: '9919' }))).toMatchObject({
    kind: 'verified',
  });
  await expectRefused(await issuer.sign({ repository_owner_id: '99' }), /owner may not upload/, 403);
  await expectRefused(await issuer.sign({ repository_owner_id: undefined }), /owner may not upload/, 403);
});
