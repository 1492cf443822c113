/** What the exit code of every command means; documented in `topodiff --help`. */
export const exitCodes = {
  clean: 0,
  /** Findings at or above `--fail-on`. */
  findings: 1,
  /** A flag, a path or a revision that we cannot work with. */
  usage: 2,
  /** Our own bug. */
  internal: 3,
} as const;

/** A number that a command ends the process with. */
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
