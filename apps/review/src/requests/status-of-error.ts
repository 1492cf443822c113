/** Codes of the system and of PostgreSQL for a database that is not there, that is starting, or that is full. */
const unavailableCodes: ReadonlySet<unknown> = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  '57P01', // admin_shutdown
  '57P02', // crash_shutdown
  '57P03', // cannot_connect_now
  '53300', // too_many_connections
]);

/** What the driver and its pool say themselves, without a code. */
const unavailableMessage = /^Connection terminated|^timeout exceeded when trying to connect/;

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

function isUnavailable(error: object): boolean {
  if ('code' in error && unavailableCodes.has(error.code)) return true;
  return 'message' in error && typeof error.message === 'string' && unavailableMessage.test(error.message);
}
