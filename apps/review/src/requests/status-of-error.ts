import { isUnavailable } from '../store/is-unavailable.ts';

/**
 * The status of what a route threw: parsers and the router mark what the client did wrong, a database that cannot be
 * reached is 503, and everything else is ours.
 */
export function statusOfError(error: unknown): number {
  if (typeof error !== 'object' || error === null) return 500;
  if ('status' in error && typeof error.status === 'number' && error.status >= 400 && error.status < 500) {
    return error.status;
  }
  return isUnavailable(error) ? 503 : 500;
}
