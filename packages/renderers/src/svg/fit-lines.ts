import { showHiddenCharacters } from '../escape/show-hidden-characters.ts';
import { displayWidth } from '../text/layout/display-width.ts';

/** Width of a letter of a common sans-serif font by its size, rather too wide than too narrow: nobody measures here. */
const letterWidth = 0.58;

/** The text cut to a width of the drawing; what is left out at the end becomes `…`. Hidden characters are shown first. */
export function fitLine(text: string, width: number, fontSize: number): string {
  return cutColumns(showHiddenCharacters(text), columnsOf(width, fontSize));
}

/** The text broken at its spaces into at most `most` lines of a width; the last one says with `…` that there is more. */
export function fitLines(text: string, width: number, fontSize: number, most: number): readonly string[] {
  const columns = columnsOf(width, fontSize);
  const lines: string[] = [];
  const words = showHiddenCharacters(text)
    .split(' ')
    .filter((word) => word !== '');
  for (const [index, word] of words.entries()) {
    const last = lines.at(-1);
    if (last !== undefined && displayWidth(`${last} ${word}`) <= columns) {
      lines[lines.length - 1] = `${last} ${word}`;
    } else if (lines.length === most) {
      lines[lines.length - 1] = cutColumns(`${last ?? ''} ${words.slice(index).join(' ')}`, columns);
      break;
    } else lines.push(word);
  }
  return lines.map((line) => cutColumns(line, columns));
}

function columnsOf(width: number, fontSize: number): number {
  return Math.floor(width / (fontSize * letterWidth));
}

function cutColumns(text: string, columns: number): string {
  if (displayWidth(text) <= columns) return text;
  let kept = '';
  let used = 0;
  for (const character of text) {
    used += displayWidth(character);
    if (used > columns - 1) break;
    kept += character;
  }
  return `${kept}…`;
}
