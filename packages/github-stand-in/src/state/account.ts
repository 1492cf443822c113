/** A user, an App's bot user, or an owner of repositories. */
export interface Account {
  /** Bots carry `[bot]`, as in REST answers; GraphQL shows a comment's author without it, but `viewer` with it. */
  readonly login: string;
  readonly id: number;
  readonly type: 'User' | 'Bot';
}

/** A GitHub App. */
export interface App {
  readonly id: number;
  readonly slug: string;
  readonly owner: Account;
  /** The user that the App acts as: `slug[bot]`. */
  readonly bot: Account;
}

/** The committer of what is committed on GitHub's pages. */
export const webFlowLogin = 'web-flow';
