import type { SourceRange } from '@topodiff/schema';

/** One replacement in a text; an empty range inserts, an empty text removes. */
export interface TextEdit {
  readonly range: SourceRange;
  readonly text: string;
}

/**
 * The text with the edits made. Edits are given in any order and must not overlap.
 *
 * @throws Error when two edits overlap.
 */
export function applyTextEdits(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let last = 0;
  for (const { range, text: replacement } of [...edits].sort(compareEdits)) {
    if (range.start.offset < last) throw new Error('Two edits overlap');
    result += text.slice(last, range.start.offset) + replacement;
    last = range.end.offset;
  }
  return result + text.slice(last);
}

/** Whether both cannot be made at once: they share a character, or insert at the same place. */
export function doOverlap(a: TextEdit, b: TextEdit): boolean {
  const [first, second] = compareEdits(a, b) <= 0 ? [a, b] : [b, a];
  const isSamePlace = first.range.start.offset === second.range.start.offset;
  return isSamePlace || second.range.start.offset < first.range.end.offset;
}

function compareEdits(a: TextEdit, b: TextEdit): number {
  return a.range.start.offset - b.range.start.offset || a.range.end.offset - b.range.end.offset;
}
