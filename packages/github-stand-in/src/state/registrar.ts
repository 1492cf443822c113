import type { Account } from './account.ts';

/** What repositories and pull requests ask of the GitHub that they lie in: ids, times and accounts. */
export interface Registrar {
  takeId(): number;
  /** Seconds since 1970. */
  takeCommitTime(): number;
  /** The time as GitHub's answers write it, to the second. */
  now(): string;
  /** The account of a login, made when it is first named. */
  user(login: string): Account;
  /** The account of a login that was named before. */
  findUser(login: string): Account | undefined;
}
