import type { Report, ReportModel } from '@topodiff/report';
import { isUnread } from './is-changed.ts';
import { quantity } from './quantity.ts';

/** GPUs of one model before and after, 0 where the model is absent. */
export function gpuCounts(model: ReportModel): {
  readonly declared: { readonly base: number; readonly head: number };
  readonly effective: { readonly base: number; readonly head: number };
} {
  return {
    declared: {
      base: model.base?.topology.declared.gpus ?? 0,
      head: model.head?.topology.declared.gpus ?? 0,
    },
    effective: {
      base: model.base?.topology.effective.gpus ?? 0,
      head: model.head?.topology.effective.gpus ?? 0,
    },
  };
}

/** `24 → 36`, or `24` when nothing was compared or the numbers are equal. */
export function numbersPhrase(
  numbers: { readonly base: number; readonly head: number },
  comparison: Report['comparison'],
): string {
  return comparison === null || numbers.base === numbers.head
    ? String(numbers.head)
    : `${numbers.base} → ${numbers.head}`;
}

/** ` (+12)`, ` (−3)`, or nothing when there is no difference to name. */
export function differencePhrase(
  numbers: { readonly base: number; readonly head: number },
  comparison: Report['comparison'],
): string {
  const difference = numbers.head - numbers.base;
  if (comparison === null || difference === 0) return '';
  return difference > 0 ? ` (+${difference})` : ` (−${-difference})`;
}

/** `7 fewer than declared`, or null when TorchServe uses what is declared. */
export function shortfallPhrase({ fleet }: Report): string | null {
  const missing = fleet.declaredGpus.head - fleet.gpus.head;
  if (missing === 0) return null;
  return missing > 0 ? `${missing} fewer than declared` : `${-missing} more than declared`;
}

/** What the totals take for granted or lack, or null when they rest on nothing unknown. */
export function fleetAssumptionPhrase(report: Report): string | null {
  const unread = report.models.filter(isUnread).length;
  const phrases = [
    ...(unread === 0 ? [] : [`without ${quantity(unread, 'unread model')}`]),
    ...(report.fleet.isAssumed
      ? [report.host.gpus === null ? 'assumed: the GPUs of the host are unknown' : 'assumed']
      : []),
  ];
  return phrases.length === 0 ? null : phrases.join(', ');
}
