import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import type { CryptoKey, JWTPayload } from 'jose';
import { randomUUID } from 'node:crypto';

/** An issuer of OIDC tokens whose mistakes a test chooses. */
export interface TokenIssuer {
  readonly issuer: string;
  readonly publicKey: CryptoKey;
  /** A good token of pull request 7 of repository 42, but for what is given. */
  readonly sign: (
    claims?: Readonly<Record<string, unknown>>,
    header?: { readonly kid?: string },
  ) => Promise<string>;
  /** Answers with the published keys; everything else fails. */
  readonly fetch: typeof fetch;
  /** How often the keys were asked for. */
  readonly asked: () => number;
}

/** Claims of a token that is good at a time. */
export function goodClaims(now: Date): JWTPayload {
  const seconds = Math.floor(now.getTime() / 1_000);
  return {
    iss: 'https://issuer.example',
    aud: 'https://review.example',
    iat: seconds,
    nbf: seconds - 600,
    exp: seconds + 300,
    jti: randomUUID(),
    repository_id: '42',
    repository: 'acme/serving',
    ref: 'refs/pull/7/merge',
    event_name: 'pull_request',
    job_workflow_ref: 'acme/ci/.github/workflows/review.yml@refs/heads/main',
  };
}

/** An issuer with a key of its own. */
export async function createTokenIssuer(now: () => Date): Promise<TokenIssuer> {
  const { publicKey, privateKey } = await generateKeyPair('RS256', { extractable: true });
  const jwk = { ...(await exportJWK(publicKey)), kid: 'the-key', alg: 'RS256', use: 'sig' };
  const issuer = 'https://issuer.example';
  let asked = 0;
  return {
    issuer,
    publicKey,
    sign: (claims = {}, { kid = 'the-key' } = {}) =>
      new SignJWT({ ...goodClaims(now()), ...claims })
        .setProtectedHeader({ alg: 'RS256', kid })
        .sign(privateKey),
    fetch: (input) => {
      const address = input instanceof Request ? input.url : String(input);
      if (address !== `${issuer}/.well-known/jwks`)
        return Promise.reject(new Error(`Nobody is at ${address}`));
      asked += 1;
      return Promise.resolve(Response.json({ keys: [jwk] }));
    },
    asked: () => asked,
  };
}
