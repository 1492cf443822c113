import type { Report } from '@topodiff/report';
import { escapeTerminal } from '../escape/escape-terminal.ts';
import { textLimits } from '../limits.ts';
import { cutMiddle } from '../reading/cut-text.ts';
import { differencePhrase, numbersPhrase } from '../reading/gpu-counts.ts';
import { quantity } from '../reading/quantity.ts';
import type { TitledText } from './layout/hanging-lines.ts';
import { severityStyle, type TextSetup } from './text-options.ts';

type Budget = Report['fleet']['budgets'][number];

/** Models that one budget names; the number of the others is exact. */
const mostNamed = 10;

/** Each budget that is exceeded, with the models that make the difference; those that are kept, in one row. */
export function budgetTexts(report: Report, { styles }: TextSetup): readonly TitledText[] {
  const { budgets } = report.fleet;
  const kept = budgets.filter(({ isExceeded }) => !isExceeded);
  return [
    ...budgets
      .filter(({ isExceeded }) => isExceeded)
      .map((budget) => {
        const severity = budget.isBlocking ? 'error' : 'warning';
        return {
          title: { text: severity, style: severityStyle(severity, styles) },
          text: `over the GPU budget of ${useOf(budget, report)}${causeOf(budget, report)}`,
        };
      }),
    ...(kept.length === 0
      ? []
      : [
          {
            title: { text: kept.length === 1 ? 'budget' : 'budgets', style: styles.dim },
            text: `${kept.map((budget) => useOf(budget, report)).join('; ')}${scopeOf(report)}`,
          },
        ]),
  ];
}

function useOf({ name, gpus, limit }: Budget, { comparison }: Report): string {
  const shownName = escapeTerminal(cutMiddle(name, textLimits.name));
  return `${shownName}: ${numbersPhrase(gpus, comparison)} of ${limit} GPUs${differencePhrase(gpus, comparison)}`;
}

/** Without all models of the repository a sum may be too small. */
function scopeOf({ fleet }: Report): string {
  return fleet.scope === 'report' ? ', by the models of this report alone' : '';
}

function causeOf({ models }: Budget, report: Report): string {
  const { comparison } = report;
  const scope = scopeOf(report);
  if (comparison === null || models.length === 0) return scope;
  const named = models
    .slice(0, mostNamed)
    .map(
      ({ path, base, head }) =>
        `${escapeTerminal(cutMiddle(path, textLimits.path))}${differencePhrase({ base, head }, comparison)}`,
    );
  const rest = models.length - named.length;
  return `${scope}: ${named.join(', ')}${rest > 0 ? ` and ${quantity(rest, 'more model')}` : ''}`;
}
