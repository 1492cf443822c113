import type { Report } from '@topodiff/report';
import { quantity } from './quantity.ts';

type Cost = NonNullable<Report['fleet']['cost']>;

/** Whole units with separators: `87,600`. */
export function amountPhrase(value: number): string {
  return String(Math.round(value)).replace(/\B(?=(?:\d{3})+$)/g, ',');
}

/** What the GPUs cost in a month, the difference in brackets, and what has no price. */
export function costPhrases({ perMonth, unpricedModels }: Cost, comparison: Report['comparison']) {
  const { base, head } = perMonth;
  const isChanged = comparison !== null && amountPhrase(base) !== amountPhrase(head);
  const difference = `${head > base ? '+' : '−'}${amountPhrase(Math.abs(head - base))}`;
  return {
    amounts: isChanged ? `${amountPhrase(base)} → ${amountPhrase(head)}` : amountPhrase(head),
    difference: isChanged ? ` (${difference})` : '',
    unpriced: unpricedModels === 0 ? null : `without ${quantity(unpricedModels, 'model')} that has no price`,
  };
}
