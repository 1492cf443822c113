import type { ConfigValue, ModelConfigDocument, SourceRange } from '@topodiff/schema';

/** Whether a place is inside a quoted or block text, where `#` begins no comment. */
export function findTextsOfValues({
  frontend,
  handler,
}: ModelConfigDocument): (line: number, column: number) => boolean {
  const root = [frontend, handler].find((reading) => reading.outcome === 'loaded')?.root ?? null;
  const texts: SourceRange[] = [];
  const visit = (value: ConfigValue): void => {
    if (value.kind === 'map') {
      for (const entry of value.entries) {
        visit(entry.key);
        visit(entry.value);
      }
    } else if (value.kind === 'list') value.items.forEach(visit);
    else if (value.source.includes('#')) texts.push(withoutHeader(value));
  };
  if (root !== null) visit(root);
  texts.sort((a, b) => a.start.line - b.start.line || a.start.column - b.start.column);
  return (line, column) => {
    const text = texts[countUpTo(texts, line, column) - 1];
    if (text === undefined) return false;
    return line < text.end.line || (line === text.end.line && column < text.end.column);
  };
}

/** What follows `|` or `>` in its own line is a comment. */
function withoutHeader({ range, source }: ConfigValue): SourceRange {
  if (!/^[|>]/.test(source)) return range;
  return { ...range, start: { ...range.start, line: range.start.line + 1, column: 1 } };
}

/** How many of the texts, which do not overlap, start at a place or before it. */
function countUpTo(texts: readonly SourceRange[], line: number, column: number): number {
  let low = 0;
  let high = texts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const start = texts[middle]?.start;
    const isBefore =
      start !== undefined && (start.line < line || (start.line === line && start.column <= column));
    if (isBefore) low = middle + 1;
    else high = middle;
  }
  return low;
}
