/** A mistake of the person at the command line: one line on stderr, exit code 2, no stack. */
export class UserError extends Error {
  override readonly name = 'UserError';
}
