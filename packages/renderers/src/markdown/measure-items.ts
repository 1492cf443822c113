import { utf8Bytes } from '../reading/utf8-bytes.ts';
import type { MarkdownItems } from './build-items.ts';
import type { Shown } from './fit-budget.ts';
import { forEachPart, markdownParts, separatorOf, type MarkdownPart } from './markdown-part.ts';

/** Sizes of items, known for every number of them. */
export interface ItemSizes {
  /** How many items there are. */
  readonly counts: Shown<MarkdownPart>;
  /** UTF-8 bytes that the first items of all parts take, beyond a placeholder of one byte for each part with some. */
  beyondPlaceholders(shown: Shown<MarkdownPart>): number;
}

/** Items with their sizes. */
export interface MeasuredItems {
  readonly items: MarkdownItems;
  readonly sizes: ItemSizes;
}

/** Adds up the items of each part once, separators included. */
export function measureItems(items: MarkdownItems): ItemSizes {
  const totals = forEachPart((part) => {
    const separator = utf8Bytes(separatorOf(part));
    let total = 0;
    // at n, the size of the first n
    return [0, ...items[part].map((item, index) => (total += utf8Bytes(item) + (index > 0 ? separator : 0)))];
  });
  return {
    counts: forEachPart((part) => items[part].length),
    beyondPlaceholders: (shown) =>
      markdownParts
        .filter((part) => shown[part] > 0)
        .reduce((sum, part) => sum + (totals[part][shown[part]] ?? 0) - 1, 0),
  };
}
