/** One `key=value` of a properties text: decoded, with the offsets of the first and after the last character. */
export interface ScannedProperty {
  readonly key: string;
  readonly value: string;
  readonly start: number;
  readonly end: number;
  /** A `\u` escape that is not followed by four hexadecimal digits: Java then refuses the whole file. */
  readonly hasMalformedEscape: boolean;
}

/** A logical line: natural lines joined over trailing backslashes, with the offset of each of its characters. */
interface LogicalLine {
  readonly characters: readonly { readonly character: string; readonly offset: number }[];
}

/**
 * Reads a text as java.util.Properties does (OpenJDK 17, `Properties.load`): `=`, `:` or white space ends a key,
 * `#` and `!` start a comment, a backslash at the end of a line joins the next one, `\uXXXX` and `\t` are escapes.
 * Entries come in file order, repeated keys included. Time grows with the length of the text.
 */
export function scanProperties(text: string): readonly ScannedProperty[] {
  return logicalLines(text).map(readProperty);
}

function logicalLines(text: string): readonly LogicalLine[] {
  const lines: LogicalLine[] = [];
  let current: { character: string; offset: number }[] = [];
  let offset = 0;
  let isContinued = false;
  while (offset < text.length) {
    const end = endOfLine(text, offset);
    const start = skipBlanks(text, offset, end);
    const isComment = !isContinued && (text[start] === '#' || text[start] === '!');
    if (start < end && !isComment) {
      const isJoined = countTrailingBackslashes(text, start, end) % 2 === 1;
      const stop = isJoined ? end - 1 : end;
      for (let at = start; at < stop; at += 1) current.push({ character: text.charAt(at), offset: at });
      isContinued = isJoined;
    } else if (!isComment) isContinued = false;
    if (!isContinued) {
      if (current.length > 0) lines.push({ characters: current });
      current = [];
    }
    offset = text.startsWith('\r\n', end) ? end + 2 : end + 1;
  }
  if (current.length > 0) lines.push({ characters: current });
  return lines;
}

function readProperty({ characters }: LogicalLine): ScannedProperty {
  const decoded: { character: string; isEscaped: boolean }[] = [];
  let hasMalformedEscape = false;
  for (let index = 0; index < characters.length; index += 1) {
    const character = characters[index]?.character ?? '';
    if (character !== '\\') {
      decoded.push({ character, isEscaped: false });
      continue;
    }
    index += 1;
    const escaped = characters[index]?.character;
    if (escaped === undefined) break;
    if (escaped !== 'u') {
      decoded.push({ character: escapes.get(escaped) ?? escaped, isEscaped: true });
      continue;
    }
    const digits = characters
      .slice(index + 1, index + 5)
      .map((item) => item.character)
      .join('');
    if (/^[0-9a-fA-F]{4}$/.test(digits)) {
      decoded.push({ character: String.fromCharCode(Number.parseInt(digits, 16)), isEscaped: true });
      index += 4;
    } else hasMalformedEscape = true;
  }
  const keyEnd = decoded.findIndex(({ character, isEscaped }) => !isEscaped && /[=: \t\f]/.test(character));
  const rest = keyEnd < 0 ? [] : decoded.slice(keyEnd);
  const join = (items: typeof decoded): string => items.map((item) => item.character).join('');
  return {
    key: join(keyEnd < 0 ? decoded : decoded.slice(0, keyEnd)),
    value: join(rest.slice(separatorLength(rest))),
    start: characters[0]?.offset ?? 0,
    end: (characters.at(-1)?.offset ?? -1) + 1,
    hasMalformedEscape,
  };
}

/** White space, at most one `=` or `:`, white space again. */
function separatorLength(items: readonly { character: string; isEscaped: boolean }[]): number {
  let length = 0;
  let hasSeparator = false;
  for (const { character, isEscaped } of items) {
    const isBlank = !isEscaped && /[ \t\f]/.test(character);
    const isSeparator: boolean = !isEscaped && !hasSeparator && (character === '=' || character === ':');
    if (!isBlank && !isSeparator) break;
    hasSeparator ||= isSeparator;
    length += 1;
  }
  return length;
}

const escapes: ReadonlyMap<string, string> = new Map([
  ['t', '\t'],
  ['n', '\n'],
  ['r', '\r'],
  ['f', '\f'],
]);

function endOfLine(text: string, from: number): number {
  let at = from;
  while (at < text.length && text[at] !== '\n' && text[at] !== '\r') at += 1;
  return at;
}

function skipBlanks(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && (text[at] === ' ' || text[at] === '\t' || text[at] === '\f')) at += 1;
  return at;
}

function countTrailingBackslashes(text: string, start: number, end: number): number {
  let count = 0;
  while (end - count > start && text[end - count - 1] === '\\') count += 1;
  return count;
}
