/** A number on both sides. */
interface BaseHead {
  readonly base: number;
  readonly head: number;
}

/** A number with its noun: `1 error`, `2 errors`. */
export function quantity(count: number, noun: string): string {
  return count === 1 ? `1 ${noun}` : `${count} ${noun}s`;
}

/** `24 → 36`, or `24` when nothing was compared or the numbers are equal. */
export function numbersPhrase({ base, head }: BaseHead, isComparison = true): string {
  return !isComparison || base === head ? String(head) : `${base} → ${head}`;
}

/** `24 → 36 (+12)`, or `24` when nothing was compared or the numbers are equal. */
export function numbersAndDifference(numbers: BaseHead, isComparison = true): string {
  const difference = differencePhrase(numbers, isComparison);
  return `${numbersPhrase(numbers, isComparison)}${difference === null ? '' : ` (${difference})`}`;
}

/** `+12`, `−3`, or null when there is no difference to name. */
export function differencePhrase({ base, head }: BaseHead, isComparison = true): string | null {
  const difference = head - base;
  if (!isComparison || difference === 0) return null;
  return difference > 0 ? `+${difference}` : `−${-difference}`;
}
