import type { ConfigValue } from '../document/config-value.ts';
import { isAtLeast, type TorchserveVersion } from '../torchserve-version.ts';
import type { Field, FieldType } from './fields.ts';

/** What became of a declared value; the words are those of a setting's origin. */
export type FieldOrigin =
  | 'declared' // taken as written
  | 'coerced' // taken, but as another value than people read: octal, base 60, letter case
  | 'clamped' // out of range, moved into it
  | 'ignored' // dropped: the default, or the value of an earlier key, stays
  | 'overridden'; // taken, and then replaced by a later key

/** Why a declared value is not taken as written. */
export type FieldCause =
  | 'null'
  | 'wrong-type'
  | 'overflow' // an integer that Java does not hold in 32 bit
  | 'below-minimum'
  | 'unknown-value' // not one of the values of an enumeration
  | 'wrong-element-type' // one element of a list has the wrong type, the list is dropped
  | 'not-in-version' // the key, or the value, is newer than the TorchServe version
  | 'overridden-by-later-key'; // torchrun against parallelLevel

export type FieldContent = number | string | boolean | readonly number[] | null;

/** What a declared value makes of a field; without `content` the field keeps what it held. */
export interface FieldResult {
  readonly content?: FieldContent;
  readonly origin: FieldOrigin;
  readonly cause?: FieldCause;
}

/**
 * Takes a declared value into a field as the frontend does: a wrong type is dropped with a warning at most, a number
 * out of range is moved or dropped.
 */
export function readField(field: Field, value: ConfigValue, version: TorchserveVersion): FieldResult {
  if (!isAtLeast(version, field.since)) return { origin: 'ignored', cause: 'not-in-version' };
  if (value.kind === 'null') return { origin: 'ignored', cause: 'null' };
  switch (field.type.kind) {
    case 'integer':
      return readInteger(field.type, value, version);
    case 'boolean':
      return value.kind === 'boolean' ? { content: value.value, origin: 'declared' } : wrongType;
    case 'string':
      return value.kind === 'string' ? { content: value.value, origin: 'declared' } : wrongType;
    case 'choice':
      return readChoice(field.type, value, version);
    case 'device-ids':
      return readDeviceIds(value);
    case 'torchrun':
      return value.kind === 'map' ? { origin: 'declared' } : wrongType;
  }
}

const wrongType: FieldResult = { origin: 'ignored', cause: 'wrong-type' };

function readInteger(
  { minimum, belowMinimum, earlier }: Extract<FieldType, { kind: 'integer' }>,
  value: ConfigValue,
  version: TorchserveVersion,
): FieldResult {
  if (value.kind !== 'integer') return wrongType;
  if (value.javaType !== 'Integer') return { origin: 'ignored', cause: 'overflow' };
  const content = Number(value.value);
  const isEarlier = earlier !== undefined && !isAtLeast(version, earlier.before);
  if (content < (isEarlier ? earlier.minimum : minimum)) {
    return belowMinimum === 'raise' && !isEarlier
      ? { content: minimum, origin: 'clamped', cause: 'below-minimum' }
      : { origin: 'ignored', cause: 'below-minimum' };
  }
  return { content, origin: readsAsAnotherNumber(value.source) ? 'coerced' : 'declared' };
}

/** Octal (`010`) and base 60 (`1:30`): numbers that people read as other ones. */
function readsAsAnotherNumber(source: string): boolean {
  return /^[-+]?0[0-7_]*[1-7]/.test(source) || /^[-+]?[0-9][0-9_]*:/.test(source);
}

function readChoice(
  { values }: Extract<FieldType, { kind: 'choice' }>,
  value: ConfigValue,
  version: TorchserveVersion,
): FieldResult {
  if (value.kind !== 'string') return wrongType;
  const name = value.value.toLowerCase();
  if (name === '') return { content: 'NONE', origin: 'declared' };
  const known = values.find((candidate) => candidate.name === name);
  if (known === undefined) return { content: 'NONE', origin: 'ignored', cause: 'unknown-value' };
  if (!isAtLeast(version, known.since))
    return { content: 'NONE', origin: 'ignored', cause: 'not-in-version' };
  return { content: name.toUpperCase(), origin: name === value.value ? 'declared' : 'coerced' };
}

function readDeviceIds(value: ConfigValue): FieldResult {
  if (value.kind !== 'list') return wrongType;
  const ids: number[] = [];
  for (const item of value.items) {
    if (item.kind !== 'integer' || item.javaType !== 'Integer') {
      return { content: null, origin: 'ignored', cause: 'wrong-element-type' };
    }
    ids.push(Number(item.value));
  }
  const isCoerced = value.items.some((item) => readsAsAnotherNumber(item.source));
  return { content: ids, origin: isCoerced ? 'coerced' : 'declared' };
}
