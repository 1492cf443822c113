import type { Decision } from '../store/store.ts';

/**
 * The decisions that count: of each person on each change the newest one, unless he took it back. What it replaced does
 * not come back with that: he has no word on the change until he gives one.
 */
export function standingDecisions(decisions: readonly Decision[]): readonly Decision[] {
  const newest = new Map<string, Decision>();
  for (const decision of decisions.toSorted((a, b) => b.createdAt.getTime() - a.createdAt.getTime())) {
    const key = `${decision.userId} ${decision.fingerprint}`;
    if (!newest.has(key)) newest.set(key, decision);
  }
  return [...newest.values()].filter(({ revokedAt }) => revokedAt === null);
}
