import type { Report, ReportNotice } from '@topodiff/report';
import { inline, type Child, type Markup } from '../../escape/markup.ts';
import { htmlLimits, textLimits } from '../../limits.ts';
import { mostModelsOfBudget } from '../../reading/budgets.ts';
import { cutEnd, cutMiddle } from '../../reading/cut-text.ts';
import { differencePhrase, numbersPhrase } from '../../reading/gpu-counts.ts';
import { noticePlace } from '../../reading/notice-place.ts';
import { quantity } from '../../reading/quantity.ts';
import { reasonsWithoutFinding, reasonsWithoutNotice } from '../../reading/reasons.ts';
import { code, list, upTo } from '../elements.ts';

/** Budgets that are exceeded, reasons that no finding tells, and what could not be done. */
export function remarks(report: Report): readonly Markup[] {
  const budgets = report.fleet.budgets.filter(({ isExceeded }) => isExceeded);
  const [first] = reasonsWithoutFinding(report);
  const reasons = reasonsWithoutNotice(report).filter((reason) => reason !== first);
  const notices = upTo(report.notices, htmlLimits.items, { noun: 'notice' });
  return [
    ...list(
      [
        ...budgets.map((budget) => budgetItem(budget, report)),
        ...reasons.map((reason) => inline('li', {}, cutEnd(reason, textLimits.sentence))),
        ...notices.shown.map(noticeItem),
      ],
      'remarks',
    ),
    ...notices.rest,
  ];
}

function budgetItem(budget: Report['fleet']['budgets'][number], { comparison }: Report): Markup {
  const { name, gpus, limit, models, isBlocking } = budget;
  const named = models
    .slice(0, mostModelsOfBudget)
    .flatMap(({ path, base, head }, index): readonly Child[] => [
      ...(index === 0 ? [] : [', ']),
      code(cutMiddle(path, textLimits.path)),
      differencePhrase({ base, head }, comparison),
    ]);
  const rest = models.length - Math.min(models.length, mostModelsOfBudget);
  return inline(
    'li',
    {},
    severity(isBlocking ? 'error' : 'warning'),
    ' over the GPU budget of ',
    code(cutMiddle(name, textLimits.name)),
    ': ',
    inline('strong', {}, numbersPhrase(gpus, comparison)),
    ` of ${limit} GPUs${differencePhrase(gpus, comparison)}`,
    ...(comparison === null || models.length === 0
      ? []
      : [': ', ...named, rest > 0 ? ` and ${quantity(rest, 'more model')}` : '']),
  );
}

function noticeItem(notice: ReportNotice): Markup {
  const path = noticePlace(notice);
  return inline(
    'li',
    {},
    severity(notice.severity),
    ' ',
    ...(path === null ? [] : [code(cutMiddle(path, textLimits.path)), ': ']),
    cutEnd(notice.message, textLimits.message),
  );
}

/** The severity as a word; the colour only repeats it. */
export function severity(word: 'error' | 'warning' | 'info'): Markup {
  return inline('strong', { class: word }, word);
}
