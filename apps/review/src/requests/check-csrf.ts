import { createHmac, randomBytes } from 'node:crypto';
import type { RequestHandler, Response } from 'express';
import { createToken, isSameSecret } from '../auth/hash-token.ts';
import { identityOf } from '../auth/identity-of.ts';
import type { Configuration } from '../configuration.ts';
import { answerLine } from './answer-line.tsx';
import { readCookie, setCookie } from './cookies.ts';

interface CsrfParts {
  readonly configuration: Pick<Configuration, 'publicUrl' | 'encryptionKey'>;
}

/** What `provideCsrf` leaves for pages and for the check. */
interface Csrf {
  /** The token for forms; sets the cookie when the browser has none yet. */
  readonly issue: () => string;
  /** The token that a write has to bring; null when the browser was never given one. */
  readonly expected: string | null;
}

/** Cookies that we did not sign are worth nothing: somebody else may have put them into the browser. */
function createSigner(encryptionKey: Uint8Array | null): {
  readonly create: () => string;
  readonly isOurs: (token: string) => boolean;
} {
  // Derived from the configured key, so that several processes take each other's forms; else of this process alone.
  const key = createHmac('sha256', encryptionKey ?? randomBytes(32))
    .update('csrf')
    .digest();
  const sign = (nonce: string): string =>
    `${nonce}.${createHmac('sha256', key).update(nonce).digest('base64url')}`;
  return {
    create: () => sign(createToken()),
    isOurs: (token) => isSameSecret(token, sign(token.split('.')[0] ?? '')),
  };
}

/**
 * Makes `csrfTokenOf` and `checkCsrf` work; comes after `identify`. A signed-in person's token is his session's. Others,
 * in local mode everybody, get a signed one in a cookie, which forms have to repeat.
 */
export function createProvideCsrf({ configuration }: CsrfParts): RequestHandler {
  const signer = createSigner(configuration.encryptionKey);
  return (request, response, next) => {
    const identity = identityOf(response);
    const cookie = readCookie(request, configuration, 'csrf');
    let expected: string | null = cookie !== undefined && signer.isOurs(cookie) ? cookie : null;
    if (identity.kind === 'user') expected = identity.csrfToken;
    const csrf: Csrf = {
      expected,
      issue: () => {
        if (expected === null) {
          expected = signer.create();
          setCookie(response, configuration, 'csrf', expected);
        }
        return expected;
      },
    };
    response.locals['csrf'] = csrf;
    next();
  };
}

function csrfOf(response: Response): Csrf {
  const csrf = response.locals['csrf'] as Csrf | undefined; // only `provideCsrf` writes it
  if (csrf === undefined) throw new Error('provideCsrf is not mounted before this route');
  return csrf;
}

/** The value of the hidden field `csrf` of every form. Asked before the page is sent: it may set a cookie. */
export function csrfTokenOf(response: Response): string {
  return csrfOf(response).issue();
}

function sentToken(body: unknown, header: string | undefined): string | null {
  const field = typeof body === 'object' && body !== null && 'csrf' in body ? body.csrf : undefined;
  return typeof field === 'string' ? field : (header ?? null);
}

/** Refuses a write without the token of the session; comes after the parser of the form. */
export const checkCsrf: RequestHandler = (request, response, next) => {
  const { expected } = csrfOf(response);
  const sent = sentToken(request.body as unknown, request.get('x-csrf-token'));
  if (expected === null || sent === null || !isSameSecret(sent, expected)) {
    answerLine(request, response, 403, 'The form is too old. Load the page again, and send it once more.');
    return;
  }
  next();
};
