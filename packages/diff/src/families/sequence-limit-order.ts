/** Where the value of a sequence limit stands among others: a lifetime of 0 is none, so it is above every other. */
export function orderOf(value: number, key: string): number {
  return key === 'sequenceTimeoutMSec' && value <= 0 ? Number.POSITIVE_INFINITY : value;
}
