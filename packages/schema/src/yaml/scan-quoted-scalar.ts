import type { Reader } from '../document/config-value.ts';
import { char, isBlankBreakOrEnd, isBreak } from './characters.ts';
import { LineBreaks } from './line-breaks.ts';
import { ReaderFailure } from './reader-failure.ts';
import type { TextCursor } from './text-cursor.ts';
import type { ScalarToken } from './token.ts';

const escapes: Readonly<Record<string, string>> = {
  '0': '\0',
  a: '\x07',
  b: '\b',
  t: '\t',
  n: '\n',
  v: '\v',
  f: '\f',
  r: '\r',
  e: '\x1b',
  ' ': ' ',
  '"': '"',
  '\\': '\\',
  N: '\x85',
  _: '\xa0',
  L: '\u2028',
  P: '\u2029',
};

/** Escapes that PyYAML 6 takes and SnakeYAML 2.1 refuses. */
const handlerEscapes: Readonly<Record<string, string>> = { ...escapes, '/': '/', '\t': '\t' };

const hexDigits: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

/** Scans a scalar in single or double quotes; the cursor stands on the opening quote. */
export function scanQuotedScalar(cursor: TextCursor, reader: Reader): ScalarToken {
  const start = cursor.offset;
  const quote = cursor.peek();
  const isDouble = quote === char.doubleQuote;
  cursor.advance();
  let value = scanWords(cursor, isDouble, reader, start);
  while (cursor.peek() !== quote) {
    value += scanWhiteSpace(cursor, start);
    value += scanWords(cursor, isDouble, reader, start);
  }
  cursor.advance();
  return { kind: 'scalar', value, style: isDouble ? 'double' : 'single', start, end: cursor.offset };
}

function scanWords(cursor: TextCursor, isDouble: boolean, reader: Reader, start: number): string {
  let words = '';
  for (;;) {
    let length = 0;
    for (let code = cursor.peek(); !isSpecial(code); code = cursor.peek(length)) length += 1;
    if (length > 0) words += cursor.take(length);
    const code = cursor.peek();
    if (code === char.singleQuote && !isDouble && cursor.peek(1) === char.singleQuote) {
      words += "'";
      cursor.advance(2);
    } else if (
      (isDouble && code === char.singleQuote) ||
      (!isDouble && (code === char.doubleQuote || code === char.backslash))
    ) {
      words += cursor.take(1);
    } else if (isDouble && code === char.backslash) {
      words += scanEscape(cursor, reader, start);
    } else {
      return words;
    }
  }
}

function isSpecial(code: number): boolean {
  return (
    code === char.singleQuote ||
    code === char.doubleQuote ||
    code === char.backslash ||
    isBlankBreakOrEnd(code)
  );
}

function scanEscape(cursor: TextCursor, reader: Reader, start: number): string {
  const backslash = cursor.offset;
  cursor.advance();
  const name = cursor.text.charAt(cursor.offset);
  const known = reader === 'handler' ? handlerEscapes : escapes;
  if (Object.hasOwn(known, name)) {
    cursor.advance();
    return known[name] ?? '';
  }
  if (Object.hasOwn(hexDigits, name)) {
    cursor.advance();
    return scanCodePoint(cursor, reader, hexDigits[name] ?? 0, backslash);
  }
  if (isBreak(cursor.peek())) {
    cursor.takeBreak();
    return scanEmptyLines(cursor, start);
  }
  const character = cursor.text.codePointAt(cursor.offset);
  const shown = character === undefined ? 'at the end of the file' : `\\${String.fromCodePoint(character)}`;
  throw new ReaderFailure(
    'syntax',
    `A double-quoted text does not know the escape ${shown}.`,
    backslash,
    backslash + 2,
  );
}

function scanCodePoint(cursor: TextCursor, reader: Reader, digits: number, backslash: number): string {
  const hex = cursor.text.slice(cursor.offset, cursor.offset + digits);
  const end = cursor.offset + digits;
  if (hex.length < digits || !/^[0-9A-Fa-f]+$/.test(hex)) {
    throw new ReaderFailure('syntax', `This escape needs ${digits} hexadecimal digits.`, backslash, end);
  }
  const codePoint = Number.parseInt(hex, 16);
  if (reader === 'frontend' && codePoint > 0x7fffffff) {
    const message = `The frontend's parser dies of the escape \\U${hex}.`;
    throw new ReaderFailure('parser-crash', message, backslash, end, 'NumberFormatException');
  }
  if (codePoint > 0x10ffff) {
    throw new ReaderFailure('syntax', `\\U${hex} is no character of Unicode.`, backslash, end);
  }
  cursor.advance(digits);
  return String.fromCodePoint(codePoint);
}

/** White space inside quotes: kept within a line; a single line break becomes a space. */
function scanWhiteSpace(cursor: TextCursor, start: number): string {
  let length = 0;
  while (cursor.peek(length) === char.space || cursor.peek(length) === char.tab) length += 1;
  const blanks = cursor.take(length);
  if (cursor.peek() === char.end) {
    throw new ReaderFailure('syntax', 'A quoted text has no closing quote.', start, start + 1);
  }
  const firstBreak = cursor.takeBreak();
  if (firstBreak === '') return blanks;
  const breaks = scanEmptyLines(cursor, start);
  if (firstBreak !== '\n') return firstBreak + breaks;
  return breaks === '' ? ' ' : breaks;
}

function scanEmptyLines(cursor: TextCursor, start: number): string {
  const breaks = new LineBreaks();
  for (;;) {
    if (cursor.isAtMarker('---') || cursor.isAtMarker('...')) {
      throw new ReaderFailure(
        'syntax',
        'A document marker stands inside a quoted text.',
        start,
        cursor.offset + 3,
      );
    }
    while (cursor.peek() === char.space || cursor.peek() === char.tab) cursor.advance();
    const lineBreak = cursor.takeBreak();
    if (lineBreak === '') return breaks.toString();
    breaks.add(lineBreak);
  }
}
