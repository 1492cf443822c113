/** How many items of each part are shown. */
export type Shown<Part extends string> = Readonly<Record<Part, number>>;

/** One step of shortening: this part may go down to `keep` items. */
export interface Reduction<Part extends string> {
  readonly part: Part;
  readonly keep: number;
}

/**
 * As many items as a budget of UTF-8 bytes has room for. Steps are taken in order; each gives up as few items of its part
 * as it can, and the next is taken only when that was not enough. A step that makes nothing shorter, as when the words about
 * what is left out are longer than that, is not taken. Items go whole, so nothing is cut inside a table or fence.
 *
 * @param measure size of the text that shows so many items; fewer items of a part, once some are left out, never take more
 * @returns null when even the last step leaves too much
 */
export function fitBudget<Part extends string>(
  available: Shown<Part>,
  reductions: readonly Reduction<Part>[],
  budgetBytes: number,
  measure: (shown: Shown<Part>) => number,
): Shown<Part> | null {
  let shown = available;
  let size = measure(shown);
  if (size <= budgetBytes) return shown;
  for (const { part, keep } of reductions) {
    if (shown[part] <= keep) continue;
    const withCount = (count: number): Shown<Part> => ({ ...shown, [part]: count });
    const least = measure(withCount(keep));
    if (least <= budgetBytes) {
      let low = keep;
      let high = shown[part] - 1;
      while (low < high) {
        const middle = Math.ceil((low + high) / 2);
        if (measure(withCount(middle)) <= budgetBytes) low = middle;
        else high = middle - 1;
      }
      return withCount(low);
    }
    if (least < size) {
      shown = withCount(keep);
      size = least;
    }
  }
  return null;
}
