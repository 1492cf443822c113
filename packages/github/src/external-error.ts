/** Why GitHub did not do what it was asked. */
export type ExternalErrorKind =
  | 'bad-token'
  | 'no-permission'
  | 'not-found'
  | 'rate-limited'
  | 'refused'
  | 'unavailable'
  | 'unreachable'
  | 'unexpected-answer';

/** A request to GitHub that failed, as a value: it is reported in one line and hides nothing else. */
export interface ExternalError {
  readonly kind: ExternalErrorKind;
  /** HTTP status; null when there was no answer. */
  readonly status: number | null;
  /** How long GitHub asks to wait before the next try, when it does. */
  readonly retryAfterMs?: number;
  /** What was asked, as an infinitive: `read the pull request`. */
  readonly action: string;
  /** The permission that the request needs, in the words of a workflow: `pull-requests: write`; null when any token will do. */
  readonly permission: string | null;
  /** One line for people: what failed, why, what to do. */
  readonly message: string;
}

/** Carries an ExternalError from where it happens to this package's public functions, which return it. */
export class GithubError extends Error {
  override readonly name = 'GithubError';
  readonly externalError: ExternalError;

  constructor(externalError: ExternalError, cause?: unknown) {
    super(externalError.message, { cause });
    this.externalError = externalError;
  }
}
