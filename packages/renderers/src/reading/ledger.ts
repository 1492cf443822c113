import { quantity } from './quantity.ts';

/** What the items of a part are called when not all are shown. */
export interface PartWords {
  readonly noun: string;
  /** What comes before the numbers. */
  readonly before?: string;
}

/** The exact number of items that are shown, and where all of them are. */
export function ledger(
  { shown, all }: { readonly shown: number; readonly all: number },
  { noun, before = '' }: PartWords,
  place: string,
): string {
  if (shown >= all) return '';
  const none = before === '' ? 'None' : 'none';
  const rest = all === 1 ? `it is in ${place}` : `all ${all} in ${place}`;
  return `${before}${shown === 0 ? none : shown} of ${quantity(all, noun)} shown, ${rest}`;
}
