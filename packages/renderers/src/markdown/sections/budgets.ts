import type { Report } from '@topodiff/report';
import { codeSpan, tableCodeSpan } from '../../escape/markdown-code-span.ts';
import { textLimits } from '../../limits.ts';
import { fleetColumns, hasFleetRows, mostModelsOfBudget, poolHostPhrase } from '../../reading/budgets.ts';
import { cutMiddle } from '../../reading/cut-text.ts';
import { differencePhrase, numbersPhrase } from '../../reading/gpu-counts.ts';
import { quantity } from '../../reading/quantity.ts';

type Budget = Report['fleet']['budgets'][number];

/** A budget that is exceeded, and the models that make the difference. */
export function budgetItem(budget: Budget, { comparison }: Report): string {
  const { name, gpus, limit, models, isBlocking } = budget;
  const named = models
    .slice(0, mostModelsOfBudget)
    .map(
      ({ path, base, head }) =>
        `${codeSpan(cutMiddle(path, textLimits.path))}${differencePhrase({ base, head }, comparison)}`,
    );
  const rest = models.length - named.length;
  const cause =
    comparison === null || models.length === 0
      ? ''
      : `: ${named.join(', ')}${rest > 0 ? ` and ${quantity(rest, 'more model')}` : ''}`;
  return `- **${isBlocking ? 'error' : 'warning'}** over the GPU budget of ${codeSpan(cutMiddle(name, textLimits.name))}: **${numbersPhrase(gpus, comparison)}** of ${limit} GPUs${differencePhrase(gpus, comparison)}${cause}`;
}

/** Rows of pools and of budgets, for the table that is folded away. */
export function fleetRows(report: Report): readonly string[] {
  const { fleet, comparison } = report;
  // One row for everything would repeat the totals.
  if (!hasFleetRows(report)) return [];
  return [
    ...fleet.pools.map(
      (pool) =>
        `| ${pool.name === null ? 'no pool' : `pool ${tableCodeSpan(cutMiddle(pool.name, textLimits.name))}`} | ${poolHostPhrase(pool)} | ${numbersPhrase(pool.models, comparison)} | ${numbersPhrase(pool.declaredGpus, comparison)} | ${numbersPhrase(pool.gpus, comparison)} | |`,
    ),
    ...fleet.budgets.map(
      ({ name, gpus, limit, isExceeded }) =>
        `| budget ${tableCodeSpan(cutMiddle(name, textLimits.name))} | | | | ${numbersPhrase(gpus, comparison)} | ${limit}${isExceeded ? ', **over**' : ''} |`,
    ),
  ];
}

/** The two lines that make a Markdown table of `fleetRows`. */
export const fleetTableHead = [`| ${fleetColumns.join(' | ')} |`, '|---|--:|--:|--:|--:|--:|'];
