import type { Report } from '@topodiff/report';
import { codeSpan, tableCodeSpan } from '../../escape/markdown-code-span.ts';
import { textLimits } from '../../limits.ts';
import { cutMiddle } from '../../reading/cut-text.ts';
import { differencePhrase, numbersPhrase } from '../../reading/gpu-counts.ts';
import { quantity } from '../../reading/quantity.ts';

type Budget = Report['fleet']['budgets'][number];

/** Models that one budget names; the number of the others is exact. */
const mostNamed = 10;

/** A budget that is exceeded, and the models that make the difference. */
export function budgetItem(budget: Budget, { comparison }: Report): string {
  const { name, gpus, limit, models, isBlocking } = budget;
  const named = models
    .slice(0, mostNamed)
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
export function fleetRows({ fleet, comparison }: Report): readonly string[] {
  // One row for everything would repeat the totals.
  if (fleet.budgets.length === 0 && fleet.pools.every(({ name }) => name === null)) return [];
  return [
    ...fleet.pools.map(
      ({ name, models, gpus, declaredGpus, hostGpus, gpuMemoryGib }) =>
        `| ${name === null ? 'no pool' : `pool ${tableCodeSpan(cutMiddle(name, textLimits.name))}`} | ${hostPhrase(hostGpus, gpuMemoryGib)} | ${numbersPhrase(models, comparison)} | ${numbersPhrase(declaredGpus, comparison)} | ${numbersPhrase(gpus, comparison)} | |`,
    ),
    ...fleet.budgets.map(
      ({ name, gpus, limit, isExceeded }) =>
        `| budget ${tableCodeSpan(cutMiddle(name, textLimits.name))} | | | | ${numbersPhrase(gpus, comparison)} | ${limit}${isExceeded ? ', **over**' : ''} |`,
    ),
  ];
}

export const fleetTableHead = [
  '| Pool or budget | GPUs of a host | Models | GPUs declared | GPUs effective | At most |',
  '|---|--:|--:|--:|--:|--:|',
];

function hostPhrase(gpus: number | null, memory: number | null): string {
  return `${gpus ?? 'unknown'}${memory === null ? '' : ` × ${memory} GiB`}`;
}
