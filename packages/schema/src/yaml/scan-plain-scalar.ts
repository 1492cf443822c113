import type { Reader } from '../document/config-value.ts';
import { char, isBlankBreakOrEnd, isFlowIndicator } from './characters.ts';
import { LineBreaks } from './line-breaks.ts';
import type { TextCursor } from './text-cursor.ts';
import type { ScalarToken } from './token.ts';

/** What the scanner tells about where a plain scalar stands. */
export interface PlainScalarContext {
  readonly reader: Reader;
  readonly isInFlow: boolean;
  /** The smallest column of a continuation line, outside flow collections. */
  readonly indent: number;
}

/** A plain scalar, and whether the scan ended on a later line, where a simple key may start again. */
export interface PlainScan {
  readonly token: ScalarToken;
  readonly endsOnNewLine: boolean;
}

/** Scans an unquoted scalar, continuation lines included; the cursor stands on its first character. */
export function scanPlainScalar(cursor: TextCursor, context: PlainScalarContext): PlainScan {
  const start = cursor.offset;
  let end = start;
  let value = '';
  let spaces = '';
  let endsOnNewLine = false;
  while (cursor.peek() !== char.hash) {
    const length = lengthOfRun(cursor, context.isInFlow);
    if (length === 0) break;
    endsOnNewLine = false;
    value += spaces + cursor.take(length);
    end = cursor.offset;
    const line = cursor.line;
    spaces = scanSpaces(cursor, context.reader);
    if (cursor.line !== line) endsOnNewLine = true;
    if (spaces === '' || (!context.isInFlow && cursor.column < context.indent)) break;
  }
  return { token: { kind: 'scalar', value, style: 'plain', start, end }, endsOnNewLine };
}

function lengthOfRun(cursor: TextCursor, isInFlow: boolean): number {
  for (let length = 0; ; length += 1) {
    const code = cursor.peek(length);
    if (isBlankBreakOrEnd(code)) return length;
    if (code === char.colon) {
      const next = cursor.peek(length + 1);
      if (isBlankBreakOrEnd(next) || (isInFlow && isFlowIndicator(next))) return length;
    }
    if (isInFlow && (code === char.question || isFlowIndicator(code))) return length;
  }
}

/**
 * The white space between two runs of a plain scalar as it counts in the value; empty when the scalar ends here.
 * PyYAML 6 takes no TAB here (it then finds a token that starts with one and fails), SnakeYAML 2.1 does.
 */
function scanSpaces(cursor: TextCursor, reader: Reader): string {
  let length = 0;
  while (cursor.peek(length) === char.space || (reader === 'frontend' && cursor.peek(length) === char.tab)) {
    length += 1;
  }
  const blanks = cursor.take(length);
  const firstBreak = cursor.takeBreak();
  if (firstBreak === '') return blanks;
  if (isAtMarker(cursor, reader)) return '';
  const breaks = new LineBreaks();
  for (;;) {
    cursor.skipSpaces();
    const lineBreak = cursor.takeBreak();
    if (lineBreak === '') break;
    breaks.add(lineBreak);
    if (isAtMarker(cursor, reader)) return '';
  }
  const later = breaks.toString();
  if (firstBreak !== '\n') return firstBreak + later;
  return later === '' ? ' ' : later;
}

/** SnakeYAML 2.1 ends a plain scalar at a line that starts with `---` even when more follows directly. */
function isAtMarker(cursor: TextCursor, reader: Reader): boolean {
  return cursor.isAtMarker('---', reader === 'handler') || cursor.isAtMarker('...');
}
