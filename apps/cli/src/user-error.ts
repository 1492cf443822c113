/** A mistake of the person at the command line: one line on stderr, exit code 2, no stack. */
export class UserError extends Error {
  override readonly name = 'UserError';
  /** Lines below the first one: the places of a file with several mistakes, each as `path:line:column: message`. */
  readonly details: readonly string[];

  constructor(message: string, details: readonly string[] = []) {
    super(message);
    this.details = details;
  }
}
