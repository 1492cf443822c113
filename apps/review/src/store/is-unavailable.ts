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

/** Whether a question to the database failed because it cannot be reached now; it may be answered in a moment. */
export function isUnavailable(error: object): boolean {
  if ('code' in error && unavailableCodes.has(error.code)) return true;
  return 'message' in error && typeof error.message === 'string' && unavailableMessage.test(error.message);
}
