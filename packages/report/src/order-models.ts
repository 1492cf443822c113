import { impacts } from '@topodiff/diff';
import { severities } from '@topodiff/rules';
import type { ReportFinding, ReportModel } from './report.ts';

/**
 * Worst first: models with findings that block or are errors, then by their worst change, then by their worst finding,
 * then by path. A model that this comparison leaves alone never stands before one that it changes, but for what blocks.
 */
export function orderModels(models: readonly ReportModel[]): ReportModel[] {
  return models
    .map((model) => ({ model, ranks: ranksOf(model) }))
    .sort(
      (first, second) =>
        compareRanks(first.ranks, second.ranks) || compareText(first.model.path, second.model.path),
    )
    .map(({ model }) => model);
}

function ranksOf({ findings, changes }: ReportModel): readonly number[] {
  const severity = worstIndex(
    severities,
    findings.map((finding) => finding.severity),
  );
  const impact = worstIndex(
    impacts,
    changes.map((change) => change.impact),
  );
  return [findings.some(isPressing) ? 0 : 1, impact, severity];
}

/** An error stands in front even where nothing blocks. */
function isPressing({ isBlocking, severity, acceptance }: ReportFinding): boolean {
  return isBlocking || (severity === 'error' && acceptance?.state !== 'counts');
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
