import { impacts } from '@topodiff/diff';
import { severities } from '@topodiff/rules';
import type { FailOn, ReportModel } from './report.ts';

/**
 * Worst first: models with findings at or above the threshold, then by their worst change, then by their worst finding,
 * then by path. A model that this comparison leaves alone never stands before one that it changes, but for what blocks.
 */
export function orderModels(models: readonly ReportModel[], failOn: FailOn): ReportModel[] {
  return models
    .map((model) => ({ model, ranks: ranksOf(model, failOn === 'never' ? 'error' : failOn) }))
    .sort(
      (first, second) =>
        compareRanks(first.ranks, second.ranks) || compareText(first.model.path, second.model.path),
    )
    .map(({ model }) => model);
}

function ranksOf({ findings, changes }: ReportModel, threshold: Exclude<FailOn, 'never'>): readonly number[] {
  const severity = worstIndex(
    severities,
    findings.map((finding) => finding.severity),
  );
  const impact = worstIndex(
    impacts,
    changes.map((change) => change.impact),
  );
  const isBlocked = severity <= severities.indexOf(threshold);
  return [isBlocked ? 0 : 1, impact, severity];
}

/** The place of the worst one in an order; behind all when there is none. */
function worstIndex<T>(worstFirst: readonly T[], found: readonly T[]): number {
  const index = worstFirst.findIndex((candidate) => found.includes(candidate));
  return index === -1 ? worstFirst.length : index;
}

function compareRanks(first: readonly number[], second: readonly number[]): number {
  for (const [index, rank] of first.entries()) {
    const difference = rank - (second[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** By code units: the same on every machine, whatever its language. */
function compareText(first: string, second: string): number {
  if (first === second) return 0;
  return first < second ? -1 : 1;
}
