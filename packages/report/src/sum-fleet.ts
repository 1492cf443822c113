import type { Report, ReportModel, ReportModelSide } from './report.ts';

/** GPUs over all models of the report; without a comparison base equals head. A file that was not read counts none, as an assumption. */
export function sumFleet(models: readonly ReportModel[], isComparison: boolean): Report['fleet'] {
  const heads = models.map((model) => model.head);
  const bases = isComparison ? models.map((model) => model.base) : heads;
  return {
    gpus: { base: sum(bases, 'effective'), head: sum(heads, 'effective') },
    declaredGpus: { base: sum(bases, 'declared'), head: sum(heads, 'declared') },
    isAssumed: [...bases, ...heads].some(
      (side) => side !== null && (side.outcome === 'unreadable' || side.topology.assumptions.length > 0),
    ),
  };
}

function sum(sides: readonly (ReportModelSide | null)[], summary: 'declared' | 'effective'): number {
  return sides.reduce((total, side) => total + (side?.topology[summary].gpus ?? 0), 0);
}
