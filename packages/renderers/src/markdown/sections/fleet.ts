import type { Report } from '@topodiff/report';
import {
  assumptionPhrase,
  differencePhrase,
  numbersPhrase,
  shortfallPhrase,
} from '../../reading/gpu-counts.ts';

/** GPUs that the files declare and GPUs that TorchServe will use, over all models. */
export function fleetLine(report: Report): string {
  const { fleet, comparison } = report;
  const shortfall = shortfallPhrase(report);
  const assumption = assumptionPhrase(report);
  return [
    `GPUs declared **${numbersPhrase(fleet.declaredGpus, comparison)}**${differencePhrase(fleet.declaredGpus, comparison)}`,
    ` · GPUs TorchServe will really use **${numbersPhrase(fleet.gpus, comparison)}**${differencePhrase(fleet.gpus, comparison)}`,
    ...(shortfall === null ? [] : [`, **${shortfall}**`]),
    ...(assumption === null ? [] : [`, ${assumption}`]),
  ].join('');
}
