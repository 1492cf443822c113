/**
 * What GitHub takes, and what a reader takes, in one place. Sizes in bytes are UTF-8 bytes.
 * GitHub's figures: its REST documentation (checks, issue comments), workflow commands, job summaries, and code scanning's
 * limits on SARIF uploads.
 */
export const limits = {
  /** Budget of a pull request comment, marker included. */
  commentBytes: 60_000,
  /** GitHub refuses a comment body above this. */
  commentCharacters: 65_536,
  /** A job summary above this is not uploaded. */
  summaryBytes: 1_048_576,
  /** Left free when a page says what the summary holds: who writes the summary may have a line to add. */
  summaryReserveBytes: 4_096,
  /** Of each kind (error, warning, notice) in one step; GitHub drops the rest without a word. */
  annotationsPerKind: 10,
  /** Summary of a check run. GitHub says 65,535 characters; with so many bytes it is never more. */
  checkSummaryBytes: 65_535,
  /** Title of a check run or of an annotation. GitHub says 255 characters; with so many bytes it is never more. */
  checkTitleBytes: 255,
  /** Message of an annotation of a check run. GitHub says 64 KB and not which: the smaller. */
  checkMessageBytes: 64_000,
  /** In one run of a SARIF log; GitHub refuses a log with more. */
  sarifResults: 25_000,
  /** GitHub keeps the first of them by severity and drops the rest. */
  sarifResultsShown: 5_000,
} as const;

/** Where one text of the report is cut, with `…`, so that no single text fills a page. In characters. */
export const textLimits = {
  path: 120,
  label: 160,
  name: 80,
  value: 120,
  message: 1000,
  sentence: 400,
  diffLine: 160,
  /** Lines of the text diff of one model. */
  diffLines: 60,
} as const;

/** How much of one side of a topology is drawn; what is left out is counted in the drawing. */
export const drawingLimits = {
  workers: 12,
  /** Of one worker. */
  ranks: 32,
  /** Of all workers of the side. */
  ranksOfSide: 96,
  gpus: 32,
  /** Reasons why a model never serves. */
  blockers: 3,
} as const;

/** How many items of a part a file for reading shows, so that a browser opens it; what is left out is counted in it. */
export const htmlLimits = {
  rows: 5_000,
  /** Of each group. */
  findings: 2_000,
  details: 200,
  items: 1_000,
  /** Commands of one model. */
  commands: 12,
} as const;
