import { createRemoteJWKSet, customFetch, errors, jwtVerify } from 'jose';
import type { JWTVerifyGetKey } from 'jose';
import * as z from 'zod';
import type { AppParts } from '../app-parts.ts';

/** What GitHub vouches for about a workflow run. */
export interface WorkflowClaims {
  /** What authorises: it survives a rename. */
  readonly repositoryId: number;
  readonly repository: string;
  /** Of `refs/pull/N/merge`; null for a run on anything else. */
  readonly pullRequest: number | null;
  readonly eventName: string;
  /** Null where the issuer does not say: older servers of one's own. */
  readonly run: { readonly id: number; readonly attempt: number } | null;
}

/** What checking a token gives. */
export type OidcResult =
  | { readonly kind: 'verified'; readonly claims: WorkflowClaims }
  /** `line` is fit for an answer: it repeats nothing of the token. */
  | { readonly kind: 'refused'; readonly status: 401 | 403 | 503; readonly line: string };

/** Checks one token; uses its `jti` up when everything else is right. */
export type VerifyOidcToken = (token: string) => Promise<OidcResult>;

type VerifierParts = Pick<AppParts, 'configuration' | 'store' | 'fetch' | 'now' | 'logger'>;

const longestLifetimeSeconds = 10 * 60;
/** How far two clocks may be apart. */
const toleranceSeconds = 30;
const jwksTimeout = 5_000;
/** However many unknown keys tokens name: the issuer is asked this seldom. */
const jwksCooldown = 30_000;
const jwksRememberedFor = 10 * 60_000;

const digits = z.string().regex(/^[1-9]\d{0,15}$/);
const ClaimsSchema = z.object({
  iat: z.int(),
  nbf: z.int(),
  exp: z.int(),
  jti: z.string().min(1).max(200),
  repository_id: digits,
  repository_owner_id: digits.optional(),
  repository: z.string().regex(/^[\w.-]{1,100}\/[\w.-]{1,100}$/),
  ref: z.string().max(1_000),
  event_name: z.string().max(100),
  job_workflow_ref: z.string().max(1_000).optional(),
  run_id: digits.optional(),
  run_attempt: digits.optional(),
});
type Claims = z.infer<typeof ClaimsSchema>;

function refuse(status: 401 | 403 | 503, line: string): Extract<OidcResult, { readonly kind: 'refused' }> {
  return { kind: 'refused', status, line };
}

/** Why the library refused, in our words; its own may repeat claims. */
function refusalOf(error: unknown): Extract<OidcResult, { readonly kind: 'refused' }> {
  if (error instanceof errors.JWTExpired) return refuse(401, 'The token has expired.');
  if (error instanceof errors.JWTClaimValidationFailed) {
    const known = ['iss', 'aud', 'nbf', 'iat', 'exp'].find((claim) => claim === error.claim);
    return refuse(401, `The token's ${known ?? 'claims'} cannot be accepted.`);
  }
  if (error instanceof errors.JWKSNoMatchingKey) return refuse(401, 'The issuer has no such key.');
  if (error instanceof errors.JWSSignatureVerificationFailed) {
    return refuse(401, "The token's signature is wrong.");
  }
  if (error instanceof errors.JOSEAlgNotAllowed) return refuse(401, "The token's algorithm is not RS256.");
  const isOfToken = error instanceof errors.JWSInvalid || error instanceof errors.JWTInvalid;
  if (isOfToken || error instanceof errors.JOSENotSupported) return refuse(401, 'This is no valid token.');
  return refuse(503, "The issuer's keys could not be read. Try again.");
}

function checkTimes({ iat, exp }: Claims, now: number): string | null {
  if (iat > now + toleranceSeconds) return 'The token was issued in the future.';
  if (exp - iat > longestLifetimeSeconds || exp - now > longestLifetimeSeconds + toleranceSeconds) {
    return 'The token lives longer than ten minutes.';
  }
  return null;
}

function runOf({ run_id: id, run_attempt: attempt }: Claims): WorkflowClaims['run'] {
  return id === undefined || attempt === undefined ? null : { id: Number(id), attempt: Number(attempt) };
}

function pullRequestOf(ref: string): number | null {
  const number = /^refs\/pull\/([1-9]\d{0,8})\/merge$/.exec(ref)?.[1];
  return number === undefined ? null : Number(number);
}

/** A check of tokens of GitHub Actions: who issued one for whom, for which run, and that it was never used before. */
export function createVerifyOidcToken({
  configuration,
  store,
  fetch,
  now,
  logger,
}: VerifierParts): VerifyOidcToken {
  const { issuer, audience, jobWorkflowRef, ownerIds } = configuration.oidc;
  const keys: JWTVerifyGetKey = createRemoteJWKSet(new URL(`${issuer}/.well-known/jwks`), {
    [customFetch]: fetch,
    timeoutDuration: jwksTimeout,
    cooldownDuration: jwksCooldown,
    cacheMaxAge: jwksRememberedFor,
  });

  const readClaims = async (token: string): Promise<Claims | Extract<OidcResult, { kind: 'refused' }>> => {
    try {
      const { payload } = await jwtVerify(token, keys, {
        issuer,
        audience,
        algorithms: ['RS256'],
        clockTolerance: toleranceSeconds,
        currentDate: now(),
      });
      const claims = ClaimsSchema.safeParse(payload);
      return claims.success ? claims.data : refuse(401, 'The token lacks a claim of GitHub Actions.');
    } catch (error) {
      const refusal = refusalOf(error);
      if (refusal.status === 503) logger.warn({ err: error }, "the issuer's keys could not be read");
      return refusal;
    }
  };

  return async (token) => {
    const claims = await readClaims(token);
    if ('kind' in claims) return claims;
    const mistake = checkTimes(claims, now().getTime() / 1_000);
    if (mistake !== null) return refuse(401, mistake);
    if (jobWorkflowRef !== null && claims.job_workflow_ref !== jobWorkflowRef) {
      return refuse(403, 'The token is not of the workflow that may upload here.');
    }
    if (ownerIds !== null && !ownerIds.has(Number(claims.repository_owner_id ?? 0))) {
      return refuse(403, 'The token is of a repository whose owner may not upload here.');
    }
    // Kept beyond `exp`: the tolerance takes the token for so much longer.
    const expiresAt = new Date((claims.exp + 2 * toleranceSeconds) * 1_000);
    if (!(await store.useTokenId(claims.jti, expiresAt))) {
      return refuse(401, 'The token was used before. Ask for one per request.');
    }
    return {
      kind: 'verified',
      claims: {
        repositoryId: Number(claims.repository_id),
        repository: claims.repository,
        pullRequest: pullRequestOf(claims.ref),
        eventName: claims.event_name,
        run: runOf(claims),
      },
    };
  };
}
