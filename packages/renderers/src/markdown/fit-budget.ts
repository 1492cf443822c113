import { utf8Bytes } from '../reading/utf8-bytes.ts';

/** How many items of each part are shown. */
export type Shown<Part extends string> = Readonly<Record<Part, number>>;

/** One step of shortening: this part may go down to `keep` items. */
export interface Reduction<Part extends string> {
  readonly part: Part;
  readonly keep: number;
}

/**
 * The longest text within a budget of UTF-8 bytes. Steps are taken in order; each gives up as few items of its part as
 * it can, and the next is taken only when that was not enough. Items go whole, so nothing is cut inside a table or fence.
 *
 * @returns null when even the last step leaves too much
 */
export function fitBudget<Part extends string>(
  available: Shown<Part>,
  reductions: readonly Reduction<Part>[],
  budgetBytes: number,
  render: (shown: Shown<Part>) => string,
): string | null {
  let shown = available;
  const whole = render(shown);
  if (utf8Bytes(whole) <= budgetBytes) return whole;
  for (const { part, keep } of reductions) {
    if (shown[part] <= keep) continue;
    const attempt = (count: number) => render({ ...shown, [part]: count });
    let best = attempt(keep);
    let low = keep;
    if (utf8Bytes(best) <= budgetBytes) {
      let high = shown[part] - 1;
      while (low < high) {
        const middle = Math.ceil((low + high) / 2);
        const candidate = attempt(middle);
        if (utf8Bytes(candidate) <= budgetBytes) {
          low = middle;
          best = candidate;
        } else high = middle - 1;
      }
      return best;
    }
    shown = { ...shown, [part]: keep };
  }
  return null;
}
