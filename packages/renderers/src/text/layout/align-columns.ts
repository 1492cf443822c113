import type { TextStyle } from '../text-options.ts';
import { displayWidth, padEnd } from './display-width.ts';

/** A text of a table, which is padded before it gets its style. */
export interface Cell {
  /** Escaped already. */
  readonly text: string;
  readonly style?: TextStyle;
}

/** Rows as lines: columns are as wide as their widest cell, two spaces apart, nothing after the last cell. */
export function alignColumns(rows: readonly (readonly Cell[])[]): readonly string[] {
  const widths: number[] = [];
  for (const row of rows) {
    for (const [column, cell] of row.entries()) {
      widths[column] = Math.max(widths[column] ?? 0, displayWidth(cell.text));
    }
  }
  return rows.map((row) => {
    const lastFilled = row.findLastIndex((cell) => cell.text !== '');
    return row
      .slice(0, lastFilled + 1)
      .map(({ text, style }, column) => {
        const gap = column === lastFilled ? '' : padEnd('', (widths[column] ?? 0) - displayWidth(text));
        return `${style === undefined || text === '' ? text : style(text)}${gap}`;
      })
      .join('  ');
  });
}
