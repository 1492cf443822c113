/** A GitHub that the scenarios run against: our stand-in, or the emulator of somebody else. */
export interface GithubUnderTest {
  readonly apiUrl: string;
  readonly graphqlUrl: string;
  /** `owner/name` of the one repository. */
  readonly repository: string;
  /** Reads the repository and writes comments as `ownLogin`. */
  readonly token: string;
  readonly ownLogin: string;
  /** Changes files on top of a branch's tip; null removes. A new branch starts at `main`. Answers with the commit. */
  commit(branch: string, files: Readonly<Record<string, FileContent>>): Promise<string>;
  openPullRequest(head: string): Promise<PullRequestUnderTest>;
  close(): Promise<void>;
}

/** Text, a symbolic link to a path, or null for "removed". */
export type FileContent = string | { readonly linkTo: string } | null;

/** One pull request of a GitHub under test, by whatever interface that GitHub has. */
export interface PullRequestUnderTest {
  /** The payload of a `pull_request` event at this moment. */
  event(): Promise<unknown>;
  comment(login: string, body: string): Promise<void>;
  listComments(): Promise<readonly { readonly login: string; readonly body: string }[]>;
}
