import { asciiDigits } from './ascii-digits.ts';
import { ReaderFailure } from './reader-failure.ts';
import type { ScalarNode } from './yaml-node.ts';

/** What a scalar is, without its place in the text. */
export type ScalarContent =
  | { readonly kind: 'null' }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | {
      readonly kind: 'integer';
      readonly value: bigint;
      readonly javaType?: 'Integer' | 'Long' | 'BigInteger';
    }
  | { readonly kind: 'float'; readonly value: number }
  | { readonly kind: 'string'; readonly value: string; readonly isPlain: boolean }
  | { readonly kind: 'timestamp' }
  | { readonly kind: 'binary' };

export const booleanWords: ReadonlyMap<string, boolean> = new Map([
  ['yes', true],
  ['true', true],
  ['on', true],
  ['no', false],
  ['false', false],
  ['off', false],
]);

/**
 * Makes the value of a scalar as SnakeYAML 2.1 does (constructor/SafeConstructor.java, ConstructYaml…), for a tag's
 * name without its prefix. Undefined when the tag is none of a scalar.
 *
 * @throws ReaderFailure when it cannot: a YAMLException, or as `parser-crash` an exception that leaves the parser
 */
export function constructFrontendScalar(name: string, node: ScalarNode): ScalarContent | undefined {
  switch (name) {
    case 'null':
      return { kind: 'null' };
    case 'bool': {
      const value = booleanWords.get(node.text.toLowerCase());
      return value === undefined ? { kind: 'null' } : { kind: 'boolean', value };
    }
    case 'int':
      return constructInteger(node);
    case 'float':
      return { kind: 'float', value: constructFloat(node) };
    case 'timestamp':
      if (timestamp.test(node.text)) return { kind: 'timestamp' };
      throw new ReaderFailure(
        'invalid-value',
        'This is no date that the frontend can read.',
        node.start,
        node.end,
      );
    case 'binary':
      checkBase64(node);
      return { kind: 'binary' };
    case 'str':
      return { kind: 'string', value: node.text, isPlain: node.style === 'plain' && !node.isTagged };
    default:
      return undefined;
  }
}

const timestamp =
  /^\d{4}-\d\d?-\d\d?(?:(?:[Tt]|[ \t]+)\d\d?:\d\d:\d\d(?:\.\d*)?(?:[ \t]*(?:Z|[-+]\d\d?(?::\d\d)?))?)?$/;

/** By radix: how many digits make a number a Long, and a BigInteger, whatever its value. */
const digitLimits: Readonly<Record<number, readonly [number, number]>> = {
  2: [31, 63],
  8: [11, 21],
  10: [10, 19],
  16: [8, 16],
};

function constructInteger(node: ScalarNode): ScalarContent {
  const text = asciiDigits(node.text.replaceAll('_', ''));
  if (text === '') {
    throw new ReaderFailure('invalid-value', 'An integer cannot be empty.', node.start, node.end);
  }
  const sign = text.startsWith('-') ? '-' : '';
  const digits = /^[-+]/.test(text) ? text.slice(1) : text;
  if (digits === '0') return { kind: 'integer', value: 0n, javaType: 'Integer' };
  if (digits.startsWith('0b')) return numberOf(node, sign, digits.slice(2), 2);
  if (digits.startsWith('0x')) return numberOf(node, sign, digits.slice(2), 16);
  if (digits.startsWith('0')) return numberOf(node, sign, digits.slice(1), 8);
  if (!digits.includes(':')) return numberOf(node, sign, digits, 10);
  let sum = 0n;
  let base = 1n;
  for (const part of partsOf(digits).reverse()) {
    if (!/^[-+]?[0-9]+$/.test(part)) throw crashOnNumber(node);
    // Both are Java ints that wrap around.
    sum = BigInt.asIntN(32, sum + BigInt(part.replace('+', '')) * base);
    base = BigInt.asIntN(32, base * 60n);
  }
  return numberOf(node, sign, String(sum), 10);
}

function numberOf(node: ScalarNode, sign: '-' | '', digits: string, radix: 2 | 8 | 10 | 16): ScalarContent {
  const allowed = { 2: /^[+]?[01]+$/, 8: /^[+]?[0-7]+$/, 10: /^[+]?[0-9]+$/, 16: /^[+]?[0-9a-f]+$/i }[radix];
  // A second sign is read as a number's own: `--5` fails, `++5` and, through a sum that wrapped, `-5` do not.
  const isNegative = sign === '' && /^-[0-9]/.test(digits);
  const unsigned = isNegative ? digits.slice(1) : digits;
  if (!allowed.test(unsigned) || (sign === '-' && unsigned.startsWith('+'))) throw crashOnNumber(node);
  const prefix = { 2: '0b', 8: '0o', 10: '', 16: '0x' }[radix];
  const magnitude = BigInt(prefix + unsigned.replace('+', ''));
  const value = isNegative || sign === '-' ? -magnitude : magnitude;
  const [longFrom, bigFrom] = digitLimits[radix] ?? [0, 0];
  if (digits.length > bigFrom || value !== BigInt.asIntN(64, value))
    return { kind: 'integer', value, javaType: 'BigInteger' };
  const isLong = digits.length > longFrom || value !== BigInt.asIntN(32, value);
  return { kind: 'integer', value, javaType: isLong ? 'Long' : 'Integer' };
}

function constructFloat(node: ScalarNode): number {
  const text = node.text.replaceAll('_', '');
  if (text === '')
    throw new ReaderFailure('invalid-value', 'A number cannot be empty.', node.start, node.end);
  const sign = text.startsWith('-') ? -1 : 1;
  const unsigned = /^[-+]/.test(text) ? text.slice(1) : text;
  if (unsigned.toLowerCase() === '.inf') return sign * Infinity;
  if (unsigned.toLowerCase() === '.nan') return Number.NaN;
  if (!unsigned.includes(':')) return sign * javaDouble(node, unsigned);
  let sum = 0;
  let base = 1;
  for (const part of partsOf(unsigned).reverse()) {
    sum += javaDouble(node, part) * base;
    base = (base * 60) | 0;
  }
  return sign * sum;
}

/** What `Double.valueOf` takes, but for its hexadecimal numbers. */
function javaDouble(node: ScalarNode, text: string): number {
  const match =
    /^[\0- ]*([-+]?)(?:((?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]+)?)[fFdD]?|(NaN|Infinity))[\0- ]*$/.exec(
      text,
    );
  if (match === null) throw crashOnNumber(node);
  const [, sign = '', digits, word] = match;
  return Number(sign + (digits ?? word ?? ''));
}

/** Java's split drops empty parts at the end. */
function partsOf(text: string): string[] {
  const parts = text.split(':');
  while (parts.at(-1) === '') parts.pop();
  return parts;
}

/** As SnakeYAML's Base64Coder does, whose exceptions leave the parser. */
function checkBase64(node: ScalarNode): void {
  const text = node.text.replace(/[ \t\n\v\f\r]/g, '');
  if (text.length % 4 === 0 && /^[A-Za-z0-9+/]*=*$/.test(text)) return;
  const message = "The frontend's parser dies of this value: it is no base64.";
  throw new ReaderFailure('parser-crash', message, node.start, node.end, 'IllegalArgumentException');
}

function crashOnNumber(node: ScalarNode): ReaderFailure {
  const message = "The frontend's parser dies of this value: it is no number.";
  return new ReaderFailure('parser-crash', message, node.start, node.end, 'NumberFormatException');
}
