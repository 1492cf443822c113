/** Why the service does not start, in one line for whoever started it: exit code 2, no stack. */
export class StartError extends Error {
  override readonly name = 'StartError';
}
