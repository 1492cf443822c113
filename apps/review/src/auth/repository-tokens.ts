import { createToken, hashToken } from './hash-token.ts';

const prefix = 'tdr_';

/** A new token that lets a repository upload: shown once, and kept as `hash` only. */
export function createRepositoryToken(): { readonly token: string; readonly hash: string } {
  const token = `${prefix}${createToken()}`;
  return { token, hash: hashToken(token) };
}

/** Whether a text looks like a repository's token: other bearer tokens are GitHub's. */
export function isRepositoryToken(text: string): boolean {
  return text.startsWith(prefix);
}

/** What the store knows a token by; null when it cannot be one that was given out. */
export function hashOfRepositoryToken(text: string): string | null {
  return /^tdr_[\w-]{43}$/.test(text) ? hashToken(text) : null;
}
