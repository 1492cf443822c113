import { quantity } from '../reading/quantity.ts';
import { link } from './links.ts';

/** Some of a part's items, and what is to be said of the rest. */
export interface ShownPart {
  readonly items: readonly string[];
  /** `12 of 47 models shown`, or empty when all are. */
  readonly ledger: string;
}

/** The first `count` items, with the exact number of those left out and where all of them are. */
export function showPart(
  all: readonly string[],
  count: number,
  words: { readonly noun: string; readonly before?: string; readonly runUrl: string | undefined },
): ShownPart {
  if (count >= all.length) return { items: all, ledger: '' };
  const before = words.before ?? '';
  const none = before === '' ? 'None' : 'none';
  const rest = words.runUrl === undefined ? '' : `, all in the ${link('job summary', words.runUrl)}`;
  return {
    items: all.slice(0, count),
    ledger: `${before}${count === 0 ? none : count} of ${quantity(all.length, words.noun)} shown${rest}`,
  };
}

/** Blocks with an empty line between them; empty ones are left out. */
export function joinBlocks(blocks: readonly (string | undefined)[]): string {
  return blocks.filter((block) => block !== undefined && block !== '').join('\n\n');
}

/** The items of a list, its ledger below. */
export function list({ items, ledger }: ShownPart): string {
  return joinBlocks([items.join('\n'), ledger]);
}

/** A list under a title; nothing when there is nothing to list. */
export function section(title: string, part: ShownPart): string {
  const content = list(part);
  return content === '' ? '' : joinBlocks([`**${title}**`, content]);
}

/** A list that is folded away; only the ledger when no item is left. */
export function foldedSection(title: string, part: ShownPart): string {
  if (part.items.length === 0) return part.ledger;
  return joinBlocks([`<details><summary>${title}</summary>`, list(part), '</details>']);
}
