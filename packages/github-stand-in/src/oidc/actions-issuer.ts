import { generateKeyPairSync, randomBytes, randomUUID, sign } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import type { Json } from '../openapi/description.ts';
import { answerJson } from '../server/answer.ts';
import type { Answer } from '../server/answer.ts';
import type { ArrivedRequest } from '../server/read-request.ts';
import type { GitHubState } from '../state/git-hub-state.ts';
import type { Repository } from '../state/repository.ts';

/** What a run of a workflow is on; any other claim by its name, `undefined` to leave it out. */
export interface ActionsTokenOptions {
  readonly repository: Repository;
  /** `refs/pull/7/merge`, `refs/heads/main` */
  readonly ref: string;
  /** GitHub's own when not given: the address of the repository's owner. */
  readonly audience?: string;
  readonly [claim: string]: unknown;
}

/** What a runner puts into the environment of a step with `id-token: write`. */
export interface ActionsTokenRequest {
  readonly ACTIONS_ID_TOKEN_REQUEST_URL: string;
  readonly ACTIONS_ID_TOKEN_REQUEST_TOKEN: string;
}

const lifetimeSeconds = 5 * 60;
const issuerPath = '/_services/token';
const requestPath = '/_services/id-token';

interface SigningKey {
  readonly id: string;
  readonly privateKey: KeyObject;
  readonly jwk: Readonly<Record<string, string | undefined>>;
}

function createSigningKey(): SigningKey {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const { n, e } = publicKey.export({ format: 'jwk' });
  const id = randomUUID();
  return { id, privateKey, jwk: { kty: 'RSA', alg: 'RS256', use: 'sig', kid: id, n, e } };
}

function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

/** GitHub's OpenID Connect issuer for Actions, and the endpoint by which a runner asks it for a token. */
export class ActionsIssuer {
  /** Where it is reached; set when somebody listens. */
  baseUrl = '';
  readonly #state: GitHubState;
  readonly #serverUrl: string;
  readonly #requests = new Map<string, ActionsTokenOptions>();
  #key: SigningKey | null = null;

  constructor({ state, serverUrl }: { state: GitHubState; serverUrl: string }) {
    this.#state = state;
    this.#serverUrl = serverUrl;
  }

  get issuer(): string {
    return `${this.baseUrl}${issuerPath}`;
  }

  /** A token as a step gets it, signed with RS256. */
  issue({ repository, ref, audience, ...claims }: ActionsTokenOptions): string {
    const key = this.#signingKey();
    const now = Math.floor(this.#state.nowMilliseconds() / 1_000);
    const payload = {
      jti: randomUUID(),
      ...this.#describeRun(repository, ref),
      aud: audience ?? `${this.#serverUrl}/${repository.owner.login}`,
      iss: this.issuer,
      nbf: now - 10 * 60,
      exp: now + lifetimeSeconds,
      iat: now,
      ...claims,
    };
    const signed = `${encode({ typ: 'JWT', alg: 'RS256', kid: key.id })}.${encode(payload)}`;
    return `${signed}.${sign('sha256', Buffer.from(signed), key.privateKey).toString('base64url')}`;
  }

  /** The environment by which `core.getIDToken` gets such tokens; each one is new. */
  addRequest(options: ActionsTokenOptions): ActionsTokenRequest {
    const token = randomBytes(20).toString('hex');
    this.#requests.set(token, options);
    return {
      // Clients add `&audience=`, so that there has to be a parameter already.
      ACTIONS_ID_TOKEN_REQUEST_URL: `${this.baseUrl}${requestPath}?api-version=2.0`,
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: token,
    };
  }

  /** Undefined for a request that is not the issuer's. */
  handle({ method, url, headers }: ArrivedRequest): Answer | undefined {
    if (method !== 'GET') return undefined;
    switch (url.pathname) {
      case `${issuerPath}/.well-known/openid-configuration`:
        return answerJson(this.#describeIssuer());
      case `${issuerPath}/.well-known/jwks`:
        return answerJson({ keys: [this.#signingKey().jwk as Record<string, Json>] }); // an RSA key has both numbers
      case requestPath:
        return this.#answerRunner(headers['authorization'], url.searchParams.get('audience'));
      default:
        return undefined;
    }
  }

  #answerRunner(authorization: string | undefined, audience: string | null): Answer {
    const options = this.#requests.get(/^Bearer (\S+)$/i.exec(authorization ?? '')?.[1] ?? '');
    if (options === undefined) return answerJson({ message: 'Unauthorized' }, 401);
    const value = this.issue(audience === null ? options : { ...options, audience });
    return answerJson({ count: value.length, value });
  }

  #describeIssuer(): Record<string, Json> {
    return {
      issuer: this.issuer,
      jwks_uri: `${this.issuer}/.well-known/jwks`,
      subject_types_supported: ['public', 'pairwise'],
      response_types_supported: ['id_token'],
      id_token_signing_alg_values_supported: ['RS256'],
      scopes_supported: ['openid'],
    };
  }

  #describeRun(repository: Repository, ref: string): Record<string, Json> {
    const { fullName, owner } = repository;
    const isPullRequest = ref.startsWith('refs/pull/');
    const workflowRef = `${fullName}/.github/workflows/build.yml@${ref}`;
    return {
      sub: `repo:${fullName}:${isPullRequest ? 'pull_request' : `ref:${ref}`}`,
      ref,
      ref_type: 'branch',
      ref_protected: 'false',
      repository: fullName,
      repository_id: String(repository.id),
      repository_owner: owner.login,
      repository_owner_id: String(owner.id),
      repository_visibility: repository.visibility,
      event_name: isPullRequest ? 'pull_request' : 'push',
      workflow: 'build',
      workflow_ref: workflowRef,
      job_workflow_ref: workflowRef,
      run_id: '1',
      run_number: '1',
      run_attempt: '1',
      actor: owner.login,
      actor_id: String(owner.id),
      runner_environment: 'github-hosted',
    };
  }

  /** Made when it is first needed: most tests sign nothing. */
  #signingKey(): SigningKey {
    this.#key ??= createSigningKey();
    return this.#key;
  }
}
