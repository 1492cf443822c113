import { createHmac, randomBytes } from 'node:crypto';
import type { RequestHandler } from 'express';
import { createToken, isSameSecret } from '../auth/hash-token.ts';
import { identityOf } from '../auth/identity-of.ts';
import type { Configuration } from '../configuration.ts';
import { answerLine } from './answer-line.tsx';
import { readCookie, setCookie } from './cookies.ts';

interface CsrfParts {
  readonly configuration: Pick<Configuration, 'publicUrl' | 'encryptionKey'>;
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
    let token: string | null = cookie !== undefined && signer.isOurs(cookie) ? cookie : null;
    if (identity.kind === 'user') token = identity.csrfToken;
    response.locals['expectedCsrfToken'] = token;
    // The cookie is set when a page asks for the token: answers without a form leave the browser alone.
    const issue = (): string => {
      if (token === null) {
        token = signer.create();
        setCookie(response, configuration, 'csrf', token);
      }
      return token;
    };
    Object.defineProperty(response.locals, 'csrfToken', { get: issue, enumerable: false });
    next();
  };
}

function sentToken(body: unknown, header: string | undefined): string | null {
  const field = typeof body === 'object' && body !== null && 'csrf' in body ? body.csrf : undefined;
  return typeof field === 'string' ? field : (header ?? null);
}

/**
 * Refuses a write without the token of the session; comes after the parser of the form. Where `createProvideCsrf` is not
 * mounted, it refuses every write.
 */
export const checkCsrf: RequestHandler = (request, response, next) => {
  const expected: unknown = response.locals['expectedCsrfToken'];
  const sent = sentToken(request.body as unknown, request.get('x-csrf-token'));
  if (typeof expected !== 'string' || sent === null || !isSameSecret(sent, expected)) {
    answerLine(request, response, 403, 'The form is too old. Load the page again, and send it once more.');
    return;
  }
  next();
};
