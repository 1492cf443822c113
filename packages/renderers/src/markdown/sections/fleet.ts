import type { Report } from '@topodiff/report';
import { escapeMarkdown } from '../../escape/escape-markdown.ts';
import { textLimits } from '../../limits.ts';
import { costPhrases } from '../../reading/cost.ts';
import { cutEnd } from '../../reading/cut-text.ts';
import {
  fleetAssumptionPhrase,
  differencePhrase,
  numbersPhrase,
  shortfallPhrase,
} from '../../reading/gpu-counts.ts';

/** GPUs that the files declare and GPUs that TorchServe will use, over all models. */
export function fleetLine(report: Report): string {
  const { fleet, comparison } = report;
  const shortfall = shortfallPhrase(report);
  const assumption = fleetAssumptionPhrase(report);
  return [
    `GPUs declared **${numbersPhrase(fleet.declaredGpus, comparison)}**${differencePhrase(fleet.declaredGpus, comparison)}`,
    ` · GPUs TorchServe will really use **${numbersPhrase(fleet.gpus, comparison)}**${differencePhrase(fleet.gpus, comparison)}`,
    ...(shortfall === null ? [] : [`, **${shortfall}**`]),
    ...(assumption === null ? [] : [`, ${assumption}`]),
    ...(fleet.cost === null ? [] : [`\\\n${costPhrase(fleet.cost, comparison)}`]),
  ].join('');
}

function costPhrase(cost: NonNullable<Report['fleet']['cost']>, comparison: Report['comparison']): string {
  const { amounts, difference, unpriced } = costPhrases(cost, comparison);
  const currency = escapeMarkdown(cutEnd(cost.currency, textLimits.name));
  return `Cost per month **${amounts}** ${currency}${difference}${unpriced === null ? '' : `, ${unpriced}`}`;
}
