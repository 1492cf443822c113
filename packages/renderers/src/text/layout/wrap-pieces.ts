import type { TextStyle } from '../text-options.ts';
import { displayWidth } from './display-width.ts';

/** A stretch of text in one style, escaped already. */
export interface Piece {
  readonly text: string;
  readonly style?: TextStyle;
}

/** Breaks styled text at its spaces into lines of at most `width` columns. A longer word stands on a line of its own. */
export function wrapPieces(pieces: readonly Piece[], width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const word of splitWords(pieces)) {
    const wordWidth = displayWidth(word.map((piece) => piece.text).join(''));
    if (used > 0 && used + 1 + wordWidth > width) {
      lines.push(line);
      line = '';
      used = 0;
    }
    const styled = word.map(({ text, style }) => (style === undefined ? text : style(text))).join('');
    line += used > 0 ? ` ${styled}` : styled;
    used += wordWidth + (used > 0 ? 1 : 0);
  }
  return line === '' ? lines : [...lines, line];
}

/** A word may consist of several pieces: a value and the comma after it. */
function splitWords(pieces: readonly Piece[]): readonly (readonly Piece[])[] {
  const words: Piece[][] = [[]];
  for (const piece of pieces) {
    for (const [index, text] of piece.text.split(' ').entries()) {
      if (index > 0) words.push([]);
      if (text !== '') words.at(-1)?.push({ ...piece, text });
    }
  }
  return words.filter((word) => word.length > 0);
}
