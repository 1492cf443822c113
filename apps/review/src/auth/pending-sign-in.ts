import { createHash } from 'node:crypto';
import * as z from 'zod';
import { decryptToken, encryptToken } from './encrypt-token.ts';
import { createToken } from './hash-token.ts';

/** How long somebody may take on GitHub's pages, in milliseconds. */
export const signInLifetime = 10 * 60_000;

const PendingSchema = z.strictObject({
  state: z.string(),
  verifier: z.string(),
  returnTo: z.string(),
  expiresAt: z.number(),
});

/** A sign-in that was begun in one browser: only there can it be ended. */
export type PendingSignIn = z.infer<typeof PendingSchema>;

/** A new sign-in with secrets of its own. */
export function beginSignIn(returnTo: string, now: Date): PendingSignIn {
  return {
    state: createToken(),
    verifier: createToken(),
    returnTo,
    expiresAt: now.getTime() + signInLifetime,
  };
}

/** The PKCE challenge (S256) of a verifier. */
export function challengeOf(verifier: string): string {
  return createHash('sha256').update(verifier).digest('base64url');
}

/** For the cookie: whoever reads it learns nothing, and nobody else can write one. */
export function sealSignIn(key: Uint8Array, pending: PendingSignIn): string {
  return encryptToken(key, 'sign-in', JSON.stringify(pending));
}

/** What a cookie holds; null when it is not ours or too old. */
export function openSignIn(key: Uint8Array, cookie: string | undefined, now: Date): PendingSignIn | null {
  const text = cookie === undefined ? null : decryptToken(key, 'sign-in', cookie);
  if (text === null) return null;
  const pending = PendingSchema.parse(JSON.parse(text)); // we wrote it: the encryption is authenticated
  return now.getTime() < pending.expiresAt ? pending : null;
}
