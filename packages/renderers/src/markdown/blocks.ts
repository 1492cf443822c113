/** Some of a part's items, and what is to be said of the rest. */
export interface ShownPart {
  readonly items: readonly string[];
  /** `12 of 47 models shown, all 47 in the job summary`, or empty when all are. */
  readonly ledger: string;
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

/** Content that is folded away; only the ledger when no item is left. */
export function foldedSection(
  title: string,
  part: ShownPart,
  content: (items: readonly string[]) => string = (items) => items.join('\n'),
): string {
  if (part.items.length === 0) return part.ledger;
  return joinBlocks([`<details><summary>${title}</summary>`, content(part.items), part.ledger, '</details>']);
}
