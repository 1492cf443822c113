import type { ConfigValue, MapValue, SetValue } from '@topodiff/schema';

/**
 * Whether two values are the same to the reader that typed them: type and value, not spelling. `0`, `''`, `false`, null
 * and absent (undefined) all differ, and so do `1` and `1.0`. Maps and sets are equal whatever the order of their keys.
 * Values are finite trees of at most 485 levels, as the readers leave them.
 */
export function areEqualValues(base: ConfigValue | undefined, head: ConfigValue | undefined): boolean {
  if (base === undefined || head === undefined) return base === head;
  switch (base.kind) {
    case 'null':
      return head.kind === 'null';
    case 'boolean':
      return head.kind === 'boolean' && base.value === head.value;
    case 'integer':
      // The frontend ignores a number that Java holds in another class, though it is the same number.
      return head.kind === 'integer' && base.value === head.value && base.javaType === head.javaType;
    case 'float':
      return head.kind === 'float' && isSameNumber(base.value, head.value);
    case 'string':
      return head.kind === 'string' && base.value === head.value;
    case 'timestamp':
    case 'binary':
      return base.kind === head.kind && base.source.trim() === head.source.trim();
    case 'alias':
      return head.kind === 'alias' && base.anchor === head.anchor;
    case 'list':
      return (
        head.kind === 'list' &&
        base.items.length === head.items.length &&
        base.items.every((item, index) => areEqualValues(item, head.items[index]))
      );
    case 'set':
      return head.kind === 'set' && areEqualSets(base, head);
    case 'map':
      return head.kind === 'map' && areEqualMaps(base, head);
  }
}

/** A text that tells the keys of one map apart by type and value; a collection as a key counts by its spelling. */
export function keyText(key: ConfigValue): string {
  switch (key.kind) {
    case 'null':
      return 'null';
    case 'boolean':
    case 'integer':
    case 'float':
    case 'string':
      return `${key.kind} ${String(key.value)}`;
    default:
      return `${key.kind} ${key.source.trim()}`;
  }
}

function areEqualMaps(base: MapValue, head: MapValue): boolean {
  if (base.entries.length !== head.entries.length) return false;
  const headValues = new Map(head.entries.map(({ key, value }) => [keyText(key), value]));
  return base.entries.every(({ key, value }) => areEqualValues(value, headValues.get(keyText(key))));
}

function areEqualSets(base: SetValue, head: SetValue): boolean {
  const headKeys = new Set(head.items.map(keyText));
  return base.items.length === head.items.length && base.items.every((item) => headKeys.has(keyText(item)));
}

function isSameNumber(base: number, head: number): boolean {
  return base === head || (Number.isNaN(base) && Number.isNaN(head));
}
