import type { Reader } from '../document/config-value.ts';
import { char, isBreakOrEnd, isSpaceBreakOrEnd, isWordCharacter } from './characters.ts';
import { ReaderFailure, shorten } from './reader-failure.ts';
import { scanTagHandle, scanUri } from './scan-node-properties.ts';
import type { TextCursor } from './text-cursor.ts';
import type { DirectiveToken } from './token.ts';

/** Scans a line that starts with `%`. Neither reader lets `%YAML 1.2` change how values are typed. */
export function scanDirective(cursor: TextCursor, reader: Reader): DirectiveToken {
  const start = cursor.offset;
  cursor.advance();
  let length = 0;
  while (isWordCharacter(cursor.peek(length))) length += 1;
  const name = cursor.take(length);
  if (length === 0 || !isSpaceBreakOrEnd(cursor.peek())) {
    throw new ReaderFailure(
      'syntax',
      'A line that starts with % must name a directive.',
      start,
      cursor.offset + 1,
    );
  }
  let directive: DirectiveToken['directive'] = { name: 'other' };
  if (name === 'YAML') directive = { name, major: scanVersion(cursor, reader, start) };
  else if (name === 'TAG') directive = { name, ...scanTagValue(cursor, start) };
  else cursor.skipToLineEnd();
  const end = cursor.offset;
  cursor.skipSpaces();
  if (cursor.peek() === char.hash) cursor.skipToLineEnd();
  if (!isBreakOrEnd(cursor.peek())) {
    throw new ReaderFailure(
      'syntax',
      `Only a comment may follow %${shorten(name)} on its line.`,
      cursor.offset,
    );
  }
  cursor.takeBreak();
  return { kind: 'directive', directive, start, end };
}

function scanVersion(cursor: TextCursor, reader: Reader, start: number): string {
  cursor.skipSpaces();
  const major = scanVersionNumber(cursor, reader, start);
  if (cursor.peek() !== char.dot) {
    throw new ReaderFailure('syntax', '%YAML needs a version such as 1.1.', start, cursor.offset + 1);
  }
  cursor.advance();
  scanVersionNumber(cursor, reader, start);
  if (!isSpaceBreakOrEnd(cursor.peek())) {
    throw new ReaderFailure('syntax', '%YAML needs a version such as 1.1.', start, cursor.offset + 1);
  }
  return major;
}

function scanVersionNumber(cursor: TextCursor, reader: Reader, start: number): string {
  let length = 0;
  while (cursor.peek(length) >= char.digit0 && cursor.peek(length) <= char.digit9) length += 1;
  if (length === 0 || (reader === 'frontend' && length > 3)) {
    throw new ReaderFailure(
      'syntax',
      '%YAML needs a version such as 1.1.',
      start,
      cursor.offset + length + 1,
    );
  }
  return cursor.take(length);
}

function scanTagValue(cursor: TextCursor, start: number): { handle: string; prefix: string } {
  cursor.skipSpaces();
  const handle = scanTagHandle(cursor, start);
  if (cursor.peek() !== char.space) {
    throw new ReaderFailure('syntax', '%TAG needs a handle, a space and a prefix.', start, cursor.offset + 1);
  }
  cursor.skipSpaces();
  const prefix = scanUri(cursor, start);
  if (!isSpaceBreakOrEnd(cursor.peek())) {
    throw new ReaderFailure(
      'syntax',
      'The prefix of a %TAG cannot hold this character.',
      start,
      cursor.offset + 1,
    );
  }
  return { handle, prefix };
}
