import type { Request, RequestHandler, Response } from 'express';
import type { AppParts } from '../app-parts.ts';
import { clearCookie, readCookie } from '../requests/cookies.ts';
import { decryptToken } from './encrypt-token.ts';
import { hashToken } from './hash-token.ts';
import type { Identity } from './identity.ts';

type IdentifyParts = Pick<AppParts, 'configuration' | 'store' | 'now'>;

const nobody: Identity = { kind: 'nobody' };

/** Whose session the cookie is for; null when it leads nowhere. */
async function findUser(
  { configuration, store, now }: IdentifyParts,
  cookie: string,
): Promise<Identity | null> {
  const { encryptionKey } = configuration;
  if (encryptionKey === null || !/^[\w-]{43}$/.test(cookie)) return null;
  const tokenHash = hashToken(cookie);
  const session = await store.findSession(tokenHash);
  if (session === null) return null;
  const token = decryptToken(encryptionKey, 'github-token', session.encryptedToken);
  if (token === null || session.expiresAt <= now()) {
    await store.deleteSession(tokenHash); // the key was changed, or the session is over: it opens nothing any more
    return null;
  }
  const { login, userId, csrfToken } = session;
  return { kind: 'user', login, userId, csrfToken, token };
}

async function identify(parts: IdentifyParts, request: Request, response: Response): Promise<Identity> {
  if (parts.configuration.mode === 'local') return { kind: 'local' };
  const cookie = readCookie(request, parts.configuration, 'session');
  if (cookie === undefined) return nobody;
  const user = await findUser(parts, cookie);
  if (user === null) clearCookie(response, parts.configuration, 'session');
  return user ?? nobody;
}

/** Tells who sends each request, for `identityOf`. A session that is unknown or over is nobody's, and its cookie goes. */
export function createIdentify(parts: IdentifyParts): RequestHandler {
  return async (request, response, next) => {
    response.locals['identity'] = await identify(parts, request, response);
    next();
  };
}
