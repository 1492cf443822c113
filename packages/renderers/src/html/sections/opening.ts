import type { Report } from '@topodiff/report';
import { block, inline, type Child, type Markup } from '../../escape/markup.ts';
import { textLimits } from '../../limits.ts';
import { costPhrases } from '../../reading/cost.ts';
import { cutEnd } from '../../reading/cut-text.ts';
import {
  fleetAssumptionPhrase,
  differencePhrase,
  numbersPhrase,
  shortfallPhrase,
} from '../../reading/gpu-counts.ts';
import { verdictOf } from '../../reading/verdict.ts';

/** The verdict on one line, for the title of the page. */
export function verdictText(report: Report): string {
  const { words, effect } = verdictOf(report);
  return effect === null ? words : `${words}: ${effect}`;
}

/** The verdict and the GPUs of all models. */
export function opening(report: Report): Markup {
  const { sign } = verdictOf(report);
  const hasModels = report.models.length + report.fleet.untouched.models > 0;
  return block('header', { class: report.conclusion }, [
    inline('h1', {}, inline('span', { 'aria-hidden': 'true' }, sign), ` ${verdictText(report)}`),
    ...(hasModels ? [fleetLine(report)] : []),
    ...(report.fleet.cost === null ? [] : [costLine(report.fleet.cost, report.comparison)]),
  ]);
}

function fleetLine(report: Report): Markup {
  const { fleet, comparison } = report;
  const shortfall = shortfallPhrase(report);
  const assumption = fleetAssumptionPhrase(report);
  const parts: readonly Child[] = [
    'GPUs declared ',
    inline('strong', {}, numbersPhrase(fleet.declaredGpus, comparison)),
    `${differencePhrase(fleet.declaredGpus, comparison)} · GPUs TorchServe will really use `,
    inline('strong', {}, numbersPhrase(fleet.gpus, comparison)),
    differencePhrase(fleet.gpus, comparison),
    ...(shortfall === null ? [] : [', ', inline('strong', {}, shortfall)]),
    ...(assumption === null ? [] : [`, ${assumption}`]),
  ];
  return inline('p', {}, ...parts);
}

function costLine(cost: NonNullable<Report['fleet']['cost']>, comparison: Report['comparison']): Markup {
  const { amounts, difference, unpriced } = costPhrases(cost, comparison);
  return inline(
    'p',
    {},
    'Cost per month ',
    inline('strong', {}, amounts),
    ` ${cutEnd(cost.currency, textLimits.name)}${difference}${unpriced === null ? '' : `, ${unpriced}`}`,
  );
}
