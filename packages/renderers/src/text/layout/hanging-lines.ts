import type { TextSetup } from '../text-options.ts';
import type { Cell } from './align-columns.ts';
import { displayWidth, padEnd } from './display-width.ts';
import { wrapPieces } from './wrap-pieces.ts';

/** A short title and a text that may need several lines. */
export interface TitledText {
  readonly title: Cell;
  /** Escaped already. */
  readonly text: string;
}

/** Texts beside their titles; lines after the first stand below the text, not below the title. */
export function hangingLines(rows: readonly TitledText[], { width }: TextSetup): readonly string[] {
  const titleWidth = Math.max(0, ...rows.map(({ title }) => displayWidth(title.text)));
  const indent = padEnd('', titleWidth + 2);
  return rows.flatMap(({ title: { text: name, style }, text }) => {
    const gap = padEnd('', titleWidth - displayWidth(name) + 2);
    const start = `${style === undefined ? name : style(name)}${gap}`;
    return wrapPieces([{ text }], width - titleWidth - 2).map(
      (line, index) => (index === 0 ? start : indent) + line,
    );
  });
}
