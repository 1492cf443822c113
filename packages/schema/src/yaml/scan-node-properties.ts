import type { Reader } from '../document/config-value.ts';
import { char, isBlankBreakOrEnd, isSpaceBreakOrEnd, isUriCharacter, isWordCharacter } from './characters.ts';
import { ReaderFailure } from './reader-failure.ts';
import type { TextCursor } from './text-cursor.ts';
import type { NameToken, TagToken } from './token.ts';

/** Scans `&name` or `*name`. SnakeYAML 2.1 takes far more characters into a name than PyYAML 6. */
export function scanName(cursor: TextCursor, reader: Reader): NameToken {
  const start = cursor.offset;
  const kind = cursor.peek() === char.asterisk ? 'alias' : 'anchor';
  cursor.advance();
  let length = 0;
  while (isNameCharacter(cursor.peek(length), reader)) length += 1;
  const name = cursor.take(length);
  if (length === 0 || !endsName(cursor.peek())) {
    const message =
      length === 0 ? `An ${kind} needs a name.` : `The name of an ${kind} cannot hold this character.`;
    throw new ReaderFailure('syntax', message, start, cursor.offset + 1);
  }
  return { kind, name, start, end: cursor.offset };
}

function isNameCharacter(code: number, reader: Reader): boolean {
  if (reader === 'handler') return isWordCharacter(code);
  return !isBlankBreakOrEnd(code) && !(code < 128 && ':,[]{}/.*&'.includes(String.fromCharCode(code)));
}

function endsName(code: number): boolean {
  return isBlankBreakOrEnd(code) || (code < 128 && '?:,]}%@`'.includes(String.fromCharCode(code)));
}

/** Scans a tag: `!`, `!name`, `!!name`, `!handle!name` or `!<uri>`. */
export function scanTag(cursor: TextCursor): TagToken {
  const start = cursor.offset;
  const next = cursor.peek(1);
  let handle: string | null = null;
  let suffix = '!';
  if (next === char.less) {
    cursor.advance(2);
    suffix = scanUri(cursor, start);
    if (cursor.peek() !== char.greater) {
      throw new ReaderFailure(
        'syntax',
        'A tag that starts with !< must end with >.',
        start,
        cursor.offset + 1,
      );
    }
    cursor.advance();
  } else if (isBlankBreakOrEnd(next)) {
    cursor.advance();
  } else {
    handle = hasNamedHandle(cursor) ? scanTagHandle(cursor, start) : cursor.take(1);
    suffix = scanUri(cursor, start);
  }
  if (!isSpaceBreakOrEnd(cursor.peek())) {
    throw new ReaderFailure('syntax', 'A tag cannot hold this character.', start, cursor.offset + 1);
  }
  return { kind: 'tag', handle, suffix, start, end: cursor.offset };
}

function hasNamedHandle(cursor: TextCursor): boolean {
  for (let ahead = 1; !isSpaceBreakOrEnd(cursor.peek(ahead)); ahead += 1) {
    if (cursor.peek(ahead) === char.bang) return true;
  }
  return false;
}

/** Scans `!`, `!!` or `!name!`; the cursor stands on the first `!`. */
export function scanTagHandle(cursor: TextCursor, start: number): string {
  if (cursor.peek() !== char.bang) {
    throw new ReaderFailure('syntax', 'A tag handle must start with !.', start, cursor.offset + 1);
  }
  if (cursor.peek(1) === char.space) return cursor.take(1);
  let length = 1;
  while (isWordCharacter(cursor.peek(length))) length += 1;
  if (cursor.peek(length) !== char.bang) {
    throw new ReaderFailure('syntax', 'A tag handle must end with !.', start, cursor.offset + length + 1);
  }
  return cursor.take(length + 1);
}

/** Scans the name of a tag; `%41` stands for a byte in UTF-8. */
export function scanUri(cursor: TextCursor, start: number): string {
  let length = 0;
  while (isUriCharacter(cursor.peek(length))) length += 1;
  const raw = cursor.take(length);
  if (raw === '') throw new ReaderFailure('syntax', 'A tag needs a name.', start, cursor.offset + 1);
  try {
    if (/%(?![0-9A-Fa-f]{2})/.test(raw)) throw new URIError();
    return decodeURIComponent(raw);
  } catch {
    const message = 'A % in a tag must be followed by two hexadecimal digits of a character in UTF-8.';
    throw new ReaderFailure('syntax', message, start, cursor.offset);
  }
}
