/** The status of what a route threw: parsers and the router mark what the client did wrong, and everything else is ours. */
export function statusOfError(error: unknown): number {
  const status: unknown =
    typeof error === 'object' && error !== null && 'status' in error ? error.status : 500;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : 500;
}
