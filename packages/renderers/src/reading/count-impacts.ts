import type { ReportChange } from '@topodiff/report';

/** Worst first. */
const impacts: readonly ReportChange['impact'][] = ['breaking', 'dangerous', 'non-breaking'];

/** The worst impact among the changes, or null without changes. */
export function worstImpact(changes: readonly ReportChange[]): ReportChange['impact'] | null {
  return impacts.find((impact) => changes.some((change) => change.impact === impact)) ?? null;
}

/** `1 breaking`, `2 dangerous`: one phrase for each impact that occurs, worst first. */
export function impactPhrases(changes: readonly ReportChange[]): readonly string[] {
  return impacts
    .map((impact) => [changes.filter((change) => change.impact === impact).length, impact] as const)
    .filter(([count]) => count > 0)
    .map(([count, impact]) => `${count} ${impact}`);
}
