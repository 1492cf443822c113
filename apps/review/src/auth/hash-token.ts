import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** What is stored in place of a token: its SHA-256 in hexadecimal. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** A new secret of 256 bits as base64url. */
export function createToken(): string {
  return randomBytes(32).toString('base64url');
}

/** Compares two secrets in a time that tells neither where nor whether their lengths differ. */
export function isSameSecret(a: string, b: string): boolean {
  return timingSafeEqual(createHash('sha256').update(a).digest(), createHash('sha256').update(b).digest());
}
