/** What an upload may have at most. GitHub's own limits where it has some. */
export const uploadLimits = {
  bodyBytes: 20_000_000,
  title: 1_000,
  login: 100,
  repositoryPart: 100,
  ref: 1_000,
  url: 2_000,
  /** Any text of the report: a line of a file has no limit of its own. */
  text: 1_000_000,
  /** PostgreSQL's `integer`. */
  integer: 2_147_483_647,
} as const;
