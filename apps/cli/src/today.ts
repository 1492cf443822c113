/** The day in UTC, `2026-11-27`: what is accepted until a day before it counts no more. */
export function today(): string {
  return new Date().toISOString().slice(0, 10);
}
