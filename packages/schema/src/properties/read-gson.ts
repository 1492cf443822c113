import { parseJavaInteger } from './parse-java-integer.ts';

/** What Gson makes of a JSON text: maps keep every member in order, equal names too. */
export type GsonValue =
  | { readonly kind: 'null' }
  | { readonly kind: 'boolean'; readonly value: boolean }
  /** As written: Gson turns it into a number when somebody asks for one. */
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'string'; readonly value: string }
  | { readonly kind: 'array'; readonly items: readonly GsonValue[] }
  | { readonly kind: 'object'; readonly members: readonly (readonly [name: string, value: GsonValue])[] };

/** The text is none that Gson reads. */
export class GsonFailure extends Error {}

const blanks = ' \t\r\n';
/** What ends a text without quotes. */
const literalEnds = '/\\;#={}[]:, \t\f\r\n';
/** Deeper than any settings; Gson itself has no limit. */
const mostLevels = 200;

/**
 * Reads a text as Gson's lenient reader does, which TorchServe uses for the `models` property: names and texts without
 * quotes or in single ones, `=` for `:`, `;` for `,`, and comments pass; a comma before `}` does not. Null stands for an
 * empty text.
 *
 * @throws GsonFailure when Gson refuses the text.
 */
export function readGson(text: string): GsonValue | null {
  const reader = new Reader(text.startsWith('\ufeff') ? text.slice(1) : text);
  if (reader.nextCharacter() === undefined) return null;
  const value = reader.readValue(0);
  // The check for the end is a strict one: no comment there.
  if (!reader.isAtEnd()) throw new GsonFailure('something follows the value');
  return value;
}

class Reader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  isAtEnd(): boolean {
    return [...this.#text.slice(this.#at)].every((character) => blanks.includes(character));
  }

  /** The next character that is neither white space nor in a comment; undefined at the end. */
  nextCharacter(): string | undefined {
    for (;;) {
      const rest = this.#text.slice(this.#at, this.#at + 2);
      if (rest === '') return undefined;
      if (blanks.includes(rest.charAt(0))) this.#at += 1;
      else if (rest === '/*') this.#skipPast('*/');
      else if (rest === '//' || rest.startsWith('#')) this.#skipLine();
      else return rest.charAt(0);
    }
  }

  readValue(level: number): GsonValue {
    if (level > mostLevels) throw new GsonFailure('nested too deep');
    switch (this.nextCharacter()) {
      case '{':
        return this.#readObject(level);
      case '[':
        return this.#readArray(level);
      case '"':
      case "'":
        return { kind: 'string', value: this.#readQuoted() };
      default:
        return typed(this.#readLiteral());
    }
  }

  #readObject(level: number): GsonValue {
    const members: (readonly [string, GsonValue])[] = [];
    this.#at += 1;
    if (this.nextCharacter() === '}') {
      this.#at += 1;
      return { kind: 'object', members };
    }
    for (;;) {
      const first = this.nextCharacter();
      const name = first === '"' || first === "'" ? this.#readQuoted() : this.#readLiteral();
      const separator = this.nextCharacter();
      if (separator !== ':' && separator !== '=') throw new GsonFailure('a name without a value');
      this.#at += 1;
      if (separator === '=' && this.#text[this.#at] === '>') this.#at += 1;
      members.push([name, this.readValue(level + 1)]);
      const end = this.nextCharacter();
      this.#at += 1;
      if (end === '}') return { kind: 'object', members };
      if (end !== ',' && end !== ';') throw new GsonFailure('an object without an end');
    }
  }

  /** An item that is left out is null. */
  #readArray(level: number): GsonValue {
    const items: GsonValue[] = [];
    this.#at += 1;
    if (this.nextCharacter() === ']') {
      this.#at += 1;
      return { kind: 'array', items };
    }
    for (;;) {
      const first = this.nextCharacter();
      const isLeftOut = first === ',' || first === ';' || first === ']';
      items.push(isLeftOut ? { kind: 'null' } : this.readValue(level + 1));
      const end = this.nextCharacter();
      this.#at += 1;
      if (end === ']') return { kind: 'array', items };
      if (end !== ',' && end !== ';') throw new GsonFailure('an array without an end');
    }
  }

  #readLiteral(): string {
    const start = this.#at;
    while (this.#at < this.#text.length && !literalEnds.includes(this.#text.charAt(this.#at))) this.#at += 1;
    if (this.#at === start) throw new GsonFailure('a value is missing');
    return this.#text.slice(start, this.#at);
  }

  #readQuoted(): string {
    const quote = this.#text[this.#at];
    let value = '';
    for (this.#at += 1; this.#at < this.#text.length; this.#at += 1) {
      const character = this.#text.charAt(this.#at);
      if (character === quote) {
        this.#at += 1;
        return value;
      }
      value += character === '\\' ? this.#readEscape() : character;
    }
    throw new GsonFailure('a text without an end');
  }

  /** The cursor stands on the backslash, and afterwards on the last character of the escape. */
  #readEscape(): string {
    this.#at += 1;
    const character = this.#text.charAt(this.#at);
    if (character === 'u') {
      const digits = this.#text.slice(this.#at + 1, this.#at + 5);
      if (!/^[0-9a-fA-F]{4}$/.test(digits)) throw new GsonFailure('an escape that is none');
      this.#at += 4;
      return String.fromCharCode(Number.parseInt(digits, 16));
    }
    const escaped = escapes.get(character);
    if (escaped === undefined) throw new GsonFailure('an escape that is none');
    return escaped;
  }

  #skipPast(end: string): void {
    const at = this.#text.indexOf(end, this.#at + 2);
    if (at < 0) throw new GsonFailure('a comment without an end');
    this.#at = at + end.length;
  }

  #skipLine(): void {
    while (this.#at < this.#text.length && !'\r\n'.includes(this.#text.charAt(this.#at))) this.#at += 1;
  }
}

const escapes: ReadonlyMap<string, string> = new Map([
  ['t', '\t'],
  ['b', '\b'],
  ['n', '\n'],
  ['r', '\r'],
  ['f', '\f'],
  ...['\n', "'", '"', '\\', '/'].map((character) => [character, character] as const),
]);

/** A text without quotes is a keyword in any letter case, a JSON number, or a string. */
function typed(literal: string): GsonValue {
  const lower = literal.toLowerCase();
  if (lower === 'null') return { kind: 'null' };
  if (lower === 'true' || lower === 'false') return { kind: 'boolean', value: lower === 'true' };
  if (/^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/.test(literal)) return { kind: 'number', text: literal };
  return { kind: 'string', value: literal };
}

/**
 * As Gson's `getAsInt`: a number is cut to a whole one of 32 bits, a string may hold one, a list of one item counts as the
 * item. Null for another list, for which it throws an IllegalStateException; undefined for what throws anything else.
 */
export function gsonInteger(value: GsonValue): number | null | undefined {
  switch (value.kind) {
    case 'number':
      return cutToInteger(value.text);
    case 'string':
      return parseJavaInteger(value.value);
    case 'array': {
      const [item] = value.items;
      return item === undefined || value.items.length > 1 ? null : gsonInteger(item);
    }
    default:
      return undefined;
  }
}

/** The low 32 bits, as Java's narrowing leaves them. */
function cutToInteger(text: string): number {
  if (/^-?\d+$/.test(text)) return Number(BigInt.asIntN(32, BigInt(text)));
  const whole = Math.trunc(Number(text));
  return Number.isFinite(whole) ? Number(BigInt.asIntN(32, BigInt(whole))) : 0;
}
