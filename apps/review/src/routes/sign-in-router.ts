import { Router, urlencoded } from 'express';
import type { Request, RequestHandler, Response } from 'express';
import { encryptToken } from '../auth/encrypt-token.ts';
import { exchangeCode } from '../auth/exchange-code.ts';
import type { SignedIn } from '../auth/exchange-code.ts';
import { createToken, hashToken, isSameSecret } from '../auth/hash-token.ts';
import { identityOf } from '../auth/identity-of.ts';
import { beginSignIn, challengeOf, openSignIn, sealSignIn, signInLifetime } from '../auth/pending-sign-in.ts';
import type { Configuration } from '../configuration.ts';
import type { AppParts } from '../app-parts.ts';
import { answerLine } from '../requests/answer-line.tsx';
import { checkCsrf } from '../requests/check-csrf.ts';
import { clearCookie, readCookie, setCookie } from '../requests/cookies.ts';
import { returnPath } from '../requests/return-path.ts';

type SignInParts = Pick<AppParts, 'configuration' | 'store' | 'fetch' | 'now' | 'logger'>;

interface SignInSettings {
  readonly clientId: string;
  readonly key: Uint8Array;
  readonly redirectUri: string;
}

const sessionLifetime = 8 * 60 * 60_000;

/** Null when nobody can sign in. */
function settingsOf({ oauth, encryptionKey, publicUrl, mode }: Configuration): SignInSettings | null {
  if (mode === 'local' || oauth === null || encryptionKey === null) return null;
  return { clientId: oauth.clientId, key: encryptionKey, redirectUri: `${publicUrl}/sign-in/callback` };
}

function begin(
  { configuration, now }: SignInParts,
  { clientId, key, redirectUri }: SignInSettings,
): RequestHandler {
  return (request, response) => {
    const returnTo = returnPath(request.query['return_to'], configuration.publicUrl, '/reviews');
    if (identityOf(response).kind === 'user') {
      response.redirect(303, returnTo);
      return;
    }
    const pending = beginSignIn(returnTo, now());
    const url = new URL(`${configuration.github.serverUrl}/login/oauth/authorize`);
    url.search = new URLSearchParams({
      client_id: clientId,
      redirect_uri: redirectUri,
      state: pending.state,
      code_challenge: challengeOf(pending.verifier),
      code_challenge_method: 'S256',
    }).toString();
    setCookie(response, configuration, 'sign-in', sealSignIn(key, pending), signInLifetime);
    response.redirect(303, url.href);
  };
}

/** Ends the session that the browser has, if any. */
async function endSession({ configuration, store }: SignInParts, request: Request): Promise<void> {
  const cookie = readCookie(request, configuration, 'session');
  if (cookie !== undefined) await store.deleteSession(hashToken(cookie));
}

/** Begins a session with a token that nobody had before: one that was planted in the browser opens nothing. */
async function startSession(
  parts: SignInParts,
  { key }: SignInSettings,
  request: Request,
  response: Response,
  { login, userId, token, tokenLifetime }: SignedIn,
): Promise<void> {
  const { configuration, store, now } = parts;
  await endSession(parts, request);
  const session = createToken();
  const lifetime = Math.min(sessionLifetime, (tokenLifetime ?? Infinity) * 1_000);
  await store.saveSession({
    tokenHash: hashToken(session),
    userId,
    login,
    encryptedToken: encryptToken(key, 'github-token', token),
    csrfToken: createToken(),
    expiresAt: new Date(now().getTime() + lifetime),
  });
  await store.writeAudit({ actor: login, action: 'sign-in', repositoryId: null, detail: { userId } });
  setCookie(response, configuration, 'session', session, lifetime);
}

function end(parts: SignInParts, settings: SignInSettings): RequestHandler {
  const { configuration, store, now } = parts;
  return async (request, response) => {
    const refuse = async (status: number, line: string): Promise<void> => {
      const detail = { reason: line };
      await store.writeAudit({ actor: 'nobody', action: 'sign-in-failed', repositoryId: null, detail });
      answerLine(request, response, status, line);
    };
    const pending = openSignIn(settings.key, readCookie(request, configuration, 'sign-in'), now());
    clearCookie(response, configuration, 'sign-in'); // good for one answer of GitHub, whatever it says
    const { state, code, error } = request.query;
    if (pending === null) {
      await refuse(400, 'The sign-in was begun in another browser, or too long ago. Start again.');
    } else if (typeof state !== 'string' || !isSameSecret(state, pending.state)) {
      await refuse(400, 'The sign-in does not belong to this browser. Start again.');
    } else if (error !== undefined) {
      await refuse(403, 'GitHub was not allowed to say who you are.');
    } else if (typeof code !== 'string' || code === '' || code.length > 500) {
      await refuse(400, 'GitHub sent no code. Start again.');
    } else {
      const { verifier, returnTo } = pending;
      const result = await exchangeCode(parts, code, { verifier, redirectUri: settings.redirectUri });
      if (result.kind === 'refused') {
        await refuse(result.status, result.line);
        return;
      }
      await startSession(parts, settings, request, response, result.user);
      response.redirect(303, returnTo);
    }
  };
}

function signOut(parts: SignInParts): RequestHandler {
  return async (request, response) => {
    const identity = identityOf(response);
    await endSession(parts, request);
    clearCookie(response, parts.configuration, 'session');
    if (identity.kind === 'user') {
      const { login, userId } = identity;
      const entry = { actor: login, action: 'sign-out', repositoryId: null, detail: { userId } };
      await parts.store.writeAudit(entry);
    }
    response.redirect(303, '/');
  };
}

/** Sign-in by GitHub's OAuth with state and PKCE, and sign-out. Comes after `identify` and `provideCsrf`. */
export function createSignInRouter(parts: SignInParts): Router {
  const router = Router();
  const settings = settingsOf(parts.configuration);
  if (settings === null) {
    router.use(['/sign-in', '/sign-out'], (request, response) =>
      answerLine(request, response, 404, 'Nobody can sign in here: the service has no OAuth client.'),
    );
    return router;
  }
  router.get('/sign-in', begin(parts, settings));
  router.get('/sign-in/callback', end(parts, settings));
  router.post('/sign-out', urlencoded({ extended: false, limit: '10kb' }), checkCsrf, signOut(parts));
  return router;
}
