import { isObject } from './call-github.ts';

/** Whose something is, as GitHub's answers have it at this moment. */
export interface Account {
  readonly login: string;
  /** Stays when the login changes; null where GitHub does not tell. */
  readonly id: number | null;
  /** False for Apps, organizations and the placeholder of accounts that are gone: they speak for nobody. */
  readonly isPerson: boolean;
}

/** GitHub shows this account in the place of one that was deleted. */
const placeholder = 'ghost';

/** The account of an answer's `user`, `author` or `actor`; null when there is none. */
export function readAccount(user: unknown): Account | null {
  if (!isObject(user) || typeof user['login'] !== 'string') return null;
  const { login, id, type } = user;
  return {
    login,
    id: typeof id === 'number' ? id : null,
    isPerson: type === 'User' && login.toLowerCase() !== placeholder,
  };
}

/** Whether two answers speak of one account; an old login that somebody else took since is not told apart. */
export function isSameAccount(a: Pick<Account, 'login' | 'id'>, b: Pick<Account, 'login' | 'id'>): boolean {
  return (a.id !== null && a.id === b.id) || a.login.toLowerCase() === b.login.toLowerCase();
}
