import type { Decision } from './store.ts';

/**
 * The decisions that count: of each person on each change the newest one, unless he took it back. What it replaced does
 * not come back with that: he has no word on the change until he gives one.
 *
 * @param decisions - newest first, as the store has them; their times are of several clocks
 */
export function standingDecisions(decisions: readonly Decision[]): readonly Decision[] {
  const newest = new Map<string, Decision>();
  for (const decision of decisions) {
    const key = `${decision.userId} ${decision.fingerprint}`;
    if (!newest.has(key)) newest.set(key, decision);
  }
  return [...newest.values()].filter(({ revokedAt }) => revokedAt === null);
}

/** Whether somebody has had a word on a change here, taken back or not: it is newer than what a report says of him. */
export function hasDecided(
  login: string,
  fingerprint: string,
  decisions: readonly Pick<Decision, 'fingerprint' | 'login'>[],
): boolean {
  return decisions.some(
    (decision) =>
      decision.fingerprint === fingerprint && decision.login.toLowerCase() === login.toLowerCase(),
  );
}
