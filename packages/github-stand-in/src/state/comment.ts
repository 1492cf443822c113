import type { Account, App } from './account.ts';

/** A comment on a pull request's conversation. Times are as in GitHub's answers. */
export interface Comment {
  readonly id: number;
  readonly author: Account;
  readonly body: string;
  readonly createdAt: string;
  readonly updatedAt: string;
  /** Null until its text is edited; GraphQL alone tells it, and an edit within the second of `createdAt` shows only here. */
  readonly lastEditedAt: string | null;
  /** The App whose token wrote it, null for people. */
  readonly app: App | null;
}
