/** Where GitHub cuts or refuses. Tests lower them to reach an edge with little data. */
export interface Limits {
  /** Entries of a recursive tree before `truncated` (GitHub's Git trees API: 100,000). */
  readonly treeEntries: number;
  /** Files that `pulls/{n}/files` lists over all pages (3,000). */
  readonly pullRequestFiles: number;
  /** Files that `compare` lists, on its first page only (300). */
  readonly compareFiles: number;
  /** Commits that `compare` lists when no page is asked for (250). */
  readonly compareCommits: number;
  /** Added and removed lines beyond which a file has no `patch`; GitHub states no number, 2,081 were seen without. */
  readonly patchLines: number;
  /** Bytes up to which `contents` carries a file's content (1 MiB). */
  readonly contentsBytes: number;
  /** Entries that `contents` lists of a folder (1,000). */
  readonly contentsEntries: number;
  /** Bytes beyond which `contents` and `git/blobs` refuse (100 MiB). */
  readonly blobBytes: number;
  /** Bytes of `Blob.text` in GraphQL, cut beyond with `isTruncated` (512,000). */
  readonly graphqlTextBytes: number;
  /** Characters of a comment (65,536). */
  readonly commentCharacters: number;
  /** Comments of one review; GitHub states no number and refuses many as submitted too quickly (50). */
  readonly reviewComments: number;
  /** Commits that a pull request lists over all pages (250). */
  readonly pullRequestCommits: number;
  /**
   * POST, PATCH and PUT requests of one account within a minute before the secondary rate limit; GitHub states 80, and
   * here it is off (Infinity) unless a test asks for it.
   */
  readonly contentCreationsPerMinute: number;
  /** Statuses of one commit and context (1,000). */
  readonly statusesPerContext: number;
}

/** The limits of github.com, but for the one on creating content, which a test asks for. */
export const gitHubLimits: Limits = {
  treeEntries: 100_000,
  pullRequestFiles: 3_000,
  compareFiles: 300,
  compareCommits: 250,
  patchLines: 2_000,
  contentsBytes: 1024 * 1024,
  contentsEntries: 1_000,
  blobBytes: 100 * 1024 * 1024,
  graphqlTextBytes: 512_000,
  commentCharacters: 65_536,
  reviewComments: 50,
  pullRequestCommits: 250,
  contentCreationsPerMinute: Infinity,
  statusesPerContext: 1_000,
};
