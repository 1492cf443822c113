/** A request or an answer that does not fit GitHub's description, or that the stand-in does not know. */
export interface Violation {
  /** `answer` is a fault of the stand-in, `request` one of its client. */
  readonly side: 'request' | 'answer';
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly problems: readonly string[];
}

/** One line per problem, for an error message. */
export function formatViolation({ side, method, path, status, problems }: Violation): string {
  return problems.map((problem) => `${method} ${path} (${status}), ${side}: ${problem}`).join('\n');
}
