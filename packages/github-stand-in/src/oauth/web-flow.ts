import { createHash, randomBytes } from 'node:crypto';
import { answerJson } from '../server/answer.ts';
import type { Answer } from '../server/answer.ts';
import type { ArrivedRequest } from '../server/read-request.ts';
import type { Account } from '../state/account.ts';
import type { GitHubState } from '../state/git-hub-state.ts';
import type { Permissions } from '../state/token.ts';

/** A GitHub App (or OAuth app) that lets people sign in. */
export interface OAuthClient {
  readonly clientId: string;
  readonly clientSecret: string;
}

/** An App that lets people sign in; id and secret are made up when not given. */
export interface OAuthClientOptions extends Partial<OAuthClient> {
  /** Where people come back to; `redirect_uri` has to be that or below it. */
  readonly callbackUrl: string;
  /** Of the tokens of people who signed in; reading a repository itself needs none. */
  readonly permissions?: Permissions;
}

interface Client extends OAuthClient {
  readonly callbackUrl: string;
  readonly permissions: Permissions;
}

/** What a code was given out for. */
interface Grant {
  readonly client: Client;
  readonly account: Account;
  readonly redirectUri: string;
  readonly challenge: string | null;
  readonly expiresAt: number;
}

const codeLifetime = 10 * 60_000;
const tokenLifetimeSeconds = 8 * 60 * 60;
const documentation =
  'https://docs.github.com/apps/managing-oauth-apps/troubleshooting-oauth-app-access-token-request-errors/';

function answerPage(status: number, text: string): Answer {
  const body = Buffer.from(`<!doctype html><title>GitHub</title><p>${text}</p>`);
  return { status, headers: { 'content-type': 'text/html; charset=utf-8' }, body };
}

function redirectTo(address: string, parameters: Readonly<Record<string, string>>): Answer {
  const url = new URL(address);
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  return { status: 302, headers: { location: url.href }, body: undefined };
}

/** Form or JSON: GitHub takes either. */
function readParameters({ headers, text }: ArrivedRequest): URLSearchParams {
  if (headers['content-type']?.startsWith('application/json') !== true) return new URLSearchParams(text);
  const fields = Object.entries(JSON.parse(text) as Record<string, unknown>); // a test that sends something else fails
  return new URLSearchParams(fields.map(([name, value]): [string, string] => [name, String(value)]));
}

function refuse(error: string): Answer {
  const body = { error, error_description: `The request was refused: ${error}.`, error_uri: documentation };
  return answerJson(body); // with 200, as GitHub does
}

/** GitHub's OAuth web flow: `/login/oauth/authorize` sends the chosen user back at once, with a code. */
export class WebFlow {
  readonly #state: GitHubState;
  readonly #clients = new Map<string, Client>();
  readonly #grants = new Map<string, Grant>();
  #signedIn: Account | 'denies' | null = null;

  constructor(state: GitHubState) {
    this.#state = state;
  }

  addClient({
    clientId = `Iv23${randomBytes(8).toString('hex')}`,
    clientSecret = randomBytes(20).toString('hex'),
    callbackUrl,
    permissions = { members: 'read' },
  }: OAuthClientOptions): OAuthClient {
    this.#clients.set(clientId, { clientId, clientSecret, callbackUrl, permissions });
    return { clientId, clientSecret };
  }

  /** Who presses the button on GitHub's page; null is somebody who cancels. */
  signInAs(login: string | null): void {
    this.#signedIn = login === null ? 'denies' : this.#state.user(login);
  }

  /** Undefined for a request that is not the web flow's. */
  handle(request: ArrivedRequest): Answer | undefined {
    const { method, url } = request;
    if (method === 'GET' && url.pathname === '/login/oauth/authorize')
      return this.#authorize(url.searchParams);
    if (method === 'POST' && url.pathname === '/login/oauth/access_token') return this.#exchange(request);
    return undefined;
  }

  #authorize(query: URLSearchParams): Answer {
    const client = this.#clients.get(query.get('client_id') ?? '');
    if (client === undefined) return answerPage(404, 'There is no such application.');
    const state = query.has('state') ? { state: query.get('state') ?? '' } : {};
    const redirectUri = query.get('redirect_uri') ?? client.callbackUrl;
    if (redirectUri !== client.callbackUrl && !redirectUri.startsWith(`${client.callbackUrl}/`)) {
      return redirectTo(client.callbackUrl, { error: 'redirect_uri_mismatch', ...state });
    }
    const challenge = query.get('code_challenge');
    if (challenge !== null && query.get('code_challenge_method') !== 'S256') {
      return redirectTo(redirectUri, { error: 'invalid_request', ...state });
    }
    if (this.#signedIn === null) return answerPage(200, 'Sign in to GitHub.');
    if (this.#signedIn === 'denies') return redirectTo(redirectUri, { error: 'access_denied', ...state });
    const code = randomBytes(10).toString('hex');
    const expiresAt = this.#state.nowMilliseconds() + codeLifetime;
    this.#grants.set(code, { client, account: this.#signedIn, redirectUri, challenge, expiresAt });
    return redirectTo(redirectUri, { code, ...state });
  }

  #exchange(request: ArrivedRequest): Answer {
    const parameters = readParameters(request);
    const client = this.#clients.get(parameters.get('client_id') ?? '');
    if (client === undefined || client.clientSecret !== parameters.get('client_secret')) {
      return refuse('incorrect_client_credentials');
    }
    const code = parameters.get('code') ?? '';
    const grant = this.#grants.get(code);
    this.#grants.delete(code); // good for one request, whatever comes of it
    if (grant === undefined || grant.client !== client) return refuse('bad_verification_code');
    if (grant.expiresAt <= this.#state.nowMilliseconds()) return refuse('bad_verification_code');
    if (parameters.has('redirect_uri') && parameters.get('redirect_uri') !== grant.redirectUri) {
      return refuse('redirect_uri_mismatch');
    }
    const verifier = parameters.get('code_verifier') ?? '';
    const challenge = createHash('sha256').update(verifier).digest('base64url');
    if (grant.challenge !== null && grant.challenge !== challenge) return refuse('bad_verification_code');
    return this.#giveToken(request, grant);
  }

  #giveToken({ headers }: ArrivedRequest, { client, account }: Grant): Answer {
    const { permissions } = client;
    const token = this.#state.addToken({ kind: 'user', user: account.login, permissions });
    const answer = {
      access_token: token.value,
      expires_in: tokenLifetimeSeconds,
      scope: '',
      token_type: 'bearer',
    };
    if (headers['accept']?.includes('json') === true) return answerJson(answer);
    const form = new URLSearchParams({ ...answer, expires_in: String(tokenLifetimeSeconds) });
    return {
      status: 200,
      headers: { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' },
      body: Buffer.from(form.toString()),
    };
  }
}
