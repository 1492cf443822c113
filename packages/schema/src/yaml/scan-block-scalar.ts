import { char, isBreak, isSpaceBreakOrEnd } from './characters.ts';
import { LineBreaks } from './line-breaks.ts';
import { ReaderFailure } from './reader-failure.ts';
import type { TextCursor } from './text-cursor.ts';
import type { ScalarToken } from './token.ts';

/** Scans a literal (`|`) or folded (`>`) scalar; `parentIndent` is the column of the collection around it, -1 for none. */
export function scanBlockScalar(cursor: TextCursor, parentIndent: number): ScalarToken {
  const start = cursor.offset;
  const isFolded = cursor.peek() === char.greater;
  cursor.advance();
  const { keeps, indentation } = scanHeader(cursor, start);
  scanHeaderEnd(cursor);

  const leastIndent = Math.max(1, parentIndent + 1);
  const first =
    indentation === null
      ? findIndent(cursor, leastIndent)
      : { indent: leastIndent + indentation - 1, breaks: '' };
  const { indent } = first;
  let breaks = indentation === null ? first.breaks : scanEmptyLines(cursor, indent);
  let end = start + 1;
  let value = '';
  let lineBreak = '';
  while (cursor.column === indent && cursor.peek() !== char.end) {
    const startsBlank = isBlank(cursor.peek());
    value += breaks;
    const lineStart = cursor.offset;
    cursor.skipToLineEnd();
    value += cursor.text.slice(lineStart, cursor.offset);
    end = cursor.offset;
    lineBreak = cursor.takeBreak();
    breaks = scanEmptyLines(cursor, indent);
    if (cursor.column !== indent || cursor.peek() === char.end) break;
    if (!isFolded || lineBreak !== '\n' || startsBlank || isBlank(cursor.peek())) value += lineBreak;
    else if (breaks === '') value += ' ';
  }
  if (keeps !== 'none') value += lineBreak;
  if (keeps === 'all') value += breaks;
  return { kind: 'scalar', value, style: isFolded ? 'folded' : 'literal', start, end };
}

function isBlank(code: number): boolean {
  return code === char.space || code === char.tab;
}

interface Header {
  /** Which line breaks at the end belong to the value. */
  readonly keeps: 'one' | 'all' | 'none';
  /** The declared indentation, or null to find it. */
  readonly indentation: number | null;
}

function scanHeader(cursor: TextCursor, start: number): Header {
  let keeps: Header['keeps'] = 'one';
  let indentation: number | null = null;
  const takeChomping = (): boolean => {
    const code = cursor.peek();
    if (code !== char.plus && code !== char.minus) return false;
    keeps = code === char.plus ? 'all' : 'none';
    cursor.advance();
    return true;
  };
  const takeIndentation = (): boolean => {
    const code = cursor.peek();
    if (code < char.digit0 || code > char.digit9) return false;
    if (code === char.digit0) {
      throw new ReaderFailure(
        'syntax',
        'A block text cannot have an indentation of 0.',
        start,
        cursor.offset + 1,
      );
    }
    indentation = code - char.digit0;
    cursor.advance();
    return true;
  };
  if (takeChomping()) takeIndentation();
  else if (takeIndentation()) takeChomping();
  if (!isSpaceBreakOrEnd(cursor.peek())) {
    const message = 'After | or > only one digit, + or - and a comment may stand on the line.';
    throw new ReaderFailure('syntax', message, start, cursor.offset + 1);
  }
  return { keeps, indentation };
}

function scanHeaderEnd(cursor: TextCursor): void {
  cursor.skipSpaces();
  if (cursor.peek() === char.hash) cursor.skipToLineEnd();
  if (cursor.peek() !== char.end && !isBreak(cursor.peek())) {
    const message = 'After | or > only one digit, + or - and a comment may stand on the line.';
    throw new ReaderFailure('syntax', message, cursor.offset);
  }
  cursor.takeBreak();
}

/** Goes to the first line that is not blank; the widest of the lines before it counts for the indentation too. */
function findIndent(cursor: TextCursor, leastIndent: number): { indent: number; breaks: string } {
  const breaks = new LineBreaks();
  let indent = leastIndent;
  for (;;) {
    const lineBreak = cursor.takeBreak();
    if (lineBreak !== '') {
      breaks.add(lineBreak);
    } else if (cursor.peek() === char.space) {
      cursor.advance();
      indent = Math.max(indent, cursor.column);
    } else {
      return { indent, breaks: breaks.toString() };
    }
  }
}

function scanEmptyLines(cursor: TextCursor, indent: number): string {
  const breaks = new LineBreaks();
  for (;;) {
    while (cursor.column < indent && cursor.peek() === char.space) cursor.advance();
    const lineBreak = cursor.takeBreak();
    if (lineBreak === '') return breaks.toString();
    breaks.add(lineBreak);
  }
}
