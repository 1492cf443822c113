import type { Report } from '@topodiff/report';
import { escapeTerminal } from '../escape/escape-terminal.ts';
import { textLimits } from '../limits.ts';
import { costPhrases } from '../reading/cost.ts';
import { cutEnd, cutMiddle } from '../reading/cut-text.ts';
import {
  fleetAssumptionPhrase,
  differencePhrase,
  numbersPhrase,
  shortfallPhrase,
} from '../reading/gpu-counts.ts';
import { noticePlace } from '../reading/notice-place.ts';
import { quantity } from '../reading/quantity.ts';
import { driftTexts, policyTexts } from './basis-texts.ts';
import { budgetTexts } from './budget-texts.ts';
import { hangingLines, type TitledText } from './layout/hanging-lines.ts';
import { severityStyle, type TextSetup } from './text-options.ts';

/** GPUs of the fleet, what they cost, budgets, what the report rests on, skipped files and notices. */
export function closingLines(report: Report, setup: TextSetup): readonly string[] {
  const hasModels = report.models.length + report.fleet.untouched.models > 0;
  const fleet = hasModels ? [fleetText(report, setup), ...costTexts(report, setup)] : [];
  return hangingLines([...fleet, ...budgetTexts(report, setup), ...remarks(report, setup)], setup);
}

/** The policy, skipped files and notices alone. */
export function remarkLines(report: Report, setup: TextSetup): readonly string[] {
  return hangingLines(remarks(report, setup), setup);
}

function fleetText(report: Report, { styles }: TextSetup): TitledText {
  const { comparison, fleet } = report;
  const shortfall = shortfallPhrase(report);
  const assumption = fleetAssumptionPhrase(report);
  const phrases = [
    `declared ${numbersPhrase(fleet.declaredGpus, comparison)}${differencePhrase(fleet.declaredGpus, comparison)}`,
    `effective ${numbersPhrase(fleet.gpus, comparison)}${differencePhrase(fleet.gpus, comparison)}`,
    ...(shortfall === null ? [] : [shortfall]),
    ...(assumption === null ? [] : [assumption]),
  ];
  return {
    title: { text: 'GPUs', style: styles.bold },
    text: [phrases.join(', '), ...untouchedPhrases(fleet)].join('; '),
  };
}

/** What of the totals no model above explains. */
function untouchedPhrases({ untouched }: Report['fleet']): readonly string[] {
  const { models, gpus, declaredGpus } = untouched;
  if (models === 0) return [];
  const use = `${quantity(models, 'model')} without change ${models === 1 ? 'uses' : 'use'} ${gpus}`;
  return [declaredGpus === gpus ? use : `${use} of ${declaredGpus} declared`];
}

function costTexts({ comparison, fleet }: Report, { styles }: TextSetup): readonly TitledText[] {
  if (fleet.cost === null) return [];
  const { amounts, difference, unpriced } = costPhrases(fleet.cost, comparison);
  const currency = escapeTerminal(fleet.cost.currency);
  return [
    {
      title: { text: 'cost', style: styles.bold },
      text: `${amounts} ${currency} per month${difference}${unpriced === null ? '' : `, ${unpriced}`}`,
    },
  ];
}

function remarks(report: Report, setup: TextSetup): readonly TitledText[] {
  const { skipped, notices } = report;
  const { styles } = setup;
  return [
    ...driftTexts(report, setup),
    ...policyTexts(report, setup),
    ...skipped.map(({ path, reason }) => ({
      title: { text: 'skipped', style: styles.dim },
      text: place(path) + escapeTerminal(cutEnd(reason, textLimits.sentence)),
    })),
    ...notices.map((notice) => ({
      title: { text: notice.severity, style: severityStyle(notice.severity, styles) },
      text: place(noticePlace(notice)) + escapeTerminal(cutEnd(notice.message, textLimits.message)),
    })),
  ];
}

function place(path: string | null): string {
  return path === null ? '' : `${escapeTerminal(cutMiddle(path, textLimits.path))}: `;
}
