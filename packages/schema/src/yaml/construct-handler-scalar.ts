import { asciiDigits } from './ascii-digits.ts';
import { booleanWords, type ScalarContent } from './construct-frontend-scalar.ts';
import { ReaderFailure } from './reader-failure.ts';
import type { ScalarNode } from './yaml-node.ts';

/** Python refuses to read a longer decimal number. */
const decimalDigitLimit = 4300;

/**
 * Makes the value of a scalar as PyYAML 6.0 does (yaml/constructor.py, SafeConstructor), for a tag's name without its
 * prefix. Undefined when the tag is none of a scalar.
 *
 * @throws ReaderFailure when it cannot
 */
export function constructHandlerScalar(name: string, node: ScalarNode): ScalarContent | undefined {
  switch (name) {
    case 'null':
      return { kind: 'null' };
    case 'bool': {
      const value = booleanWords.get(node.text.toLowerCase());
      if (value === undefined) throw invalid(node);
      return { kind: 'boolean', value };
    }
    case 'int':
      return { kind: 'integer', value: constructInteger(node) };
    case 'float':
      return { kind: 'float', value: constructFloat(node) };
    case 'timestamp':
      checkTimestamp(node);
      return { kind: 'timestamp' };
    case 'binary':
      checkBase64(node);
      return { kind: 'binary' };
    case 'str':
      return { kind: 'string', value: node.text, isPlain: node.style === 'plain' && !node.isTagged };
    default:
      return undefined;
  }
}

function constructInteger(node: ScalarNode): bigint {
  const text = asciiDigits(node.text.replaceAll('_', ''));
  const isNegative = text.startsWith('-');
  const digits = /^[-+]/.test(text) ? text.slice(1) : text;
  const magnitude = integerOf(digits, node);
  return isNegative ? -magnitude : magnitude;
}

function integerOf(digits: string, node: ScalarNode): bigint {
  if (digits === '0') return 0n;
  if (digits.startsWith('0b')) return bigintOf(digits.slice(2), '0b', /^[01]+$/, node);
  if (digits.startsWith('0x')) return bigintOf(digits.slice(2), '0x', /^[0-9a-f]+$/i, node);
  if (digits.startsWith('0')) return bigintOf(digits.replace(/^0o/i, ''), '0o', /^[0-7]+$/, node);
  return base60(digits.split(':').map((part) => decimalOf(part, node)));
}

/** Halves are joined, so that a number of a million digits costs no million sums of its size. */
function base60(digits: readonly bigint[]): bigint {
  const [first = 0n, second] = digits;
  if (second === undefined) return first;
  const middle = digits.length >> 1;
  const low = digits.slice(middle);
  return base60(digits.slice(0, middle)) * 60n ** BigInt(low.length) + base60(low);
}

function decimalOf(text: string, node: ScalarNode): bigint {
  const digits = /^[^\S\ufeff]*([-+]?[0-9]+)[^\S\ufeff]*$/.exec(text)?.[1];
  if (digits === undefined || digits.length > decimalDigitLimit) throw invalid(node);
  return BigInt(digits.replace('+', ''));
}

function bigintOf(digits: string, prefix: string, allowed: RegExp, node: ScalarNode): bigint {
  if (!allowed.test(digits)) throw invalid(node);
  return BigInt(prefix + digits);
}

function constructFloat(node: ScalarNode): number {
  const text = asciiDigits(node.text.replaceAll('_', '').toLowerCase());
  const sign = text.startsWith('-') ? -1 : 1;
  const unsigned = /^[-+]/.test(text) ? text.slice(1) : text;
  if (unsigned === '.inf') return sign * Infinity;
  if (unsigned === '.nan') return Number.NaN;
  let sum = 0;
  for (const part of unsigned.split(':')) sum = sum * 60 + pythonFloat(part, node);
  return sign * sum;
}

/** What `float()` takes: white space around a number counts for nothing, a byte order mark is none. */
function pythonFloat(text: string, node: ScalarNode): number {
  const number =
    /^[^\S\ufeff]*([-+]?(?:(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:e[-+]?[0-9]+)?|inf|infinity|nan))[^\S\ufeff]*$/.exec(
      text,
    )?.[1];
  if (number === undefined) throw invalid(node);
  if (number.endsWith('nan')) return Number.NaN;
  if (number.includes('inf')) return number.startsWith('-') ? -Infinity : Infinity;
  return Number(number);
}

const timestamp =
  /^(?<year>\d{4})-(?<month>\d\d?)-(?<day>\d\d?)(?:(?:[Tt]|[ \t]+)(?<hour>\d\d?):(?<minute>\d\d):(?<second>\d\d)(?:\.\d*)?(?:[ \t]*(?:Z|[-+](?<zone>\d\d?)(?::(?<zoneMinute>\d\d))?))?)?$/;

/** Python makes a date or a datetime of it, which must exist. */
function checkTimestamp(node: ScalarNode): void {
  const groups = timestamp.exec(node.text)?.groups;
  if (groups === undefined) throw invalid(node);
  const field = (name: string): number => Number(groups[name] ?? 0);
  const [year, month, day] = [field('year'), field('month'), field('day')];
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
  const isDate = year > 0 && day > 0 && day <= days;
  const isTime = field('hour') < 24 && field('minute') < 60 && field('second') < 60;
  if (!isDate || !isTime || field('zone') * 60 + field('zoneMinute') >= 24 * 60) throw invalid(node);
}

/** As Python's binascii does: other characters are skipped, what is left must be whole. */
function checkBase64(node: ScalarNode): void {
  if (/[^\0-\x7f]/.test(node.text)) throw invalid(node);
  let position = 0;
  let pads = 0;
  for (const character of node.text) {
    if (character === '=') {
      pads += 1;
      if (position >= 2 && position + pads >= 4) return;
    } else if (/[A-Za-z0-9+/]/.test(character)) {
      pads = 0;
      position = (position + 1) % 4;
    }
  }
  if (position !== 0) throw invalid(node);
}

function invalid(node: ScalarNode): ReaderFailure {
  return new ReaderFailure(
    'invalid-value',
    "The handler's parser cannot read this value.",
    node.start,
    node.end,
  );
}
