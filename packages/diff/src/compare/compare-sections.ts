import type { ConfigPath, ConfigValue, MapEntry, MapValue } from '@topodiff/schema';
import { areEqualValues } from './equal-values.ts';
import { compareKeyedLists } from './keyed-list.ts';

/** A difference between two maps of a file, at the deepest place that exists on both sides as a map. */
export interface ValueDifference {
  readonly path: ConfigPath;
  /** `increased` and `decreased` only between two numbers of the same type; `many`: too many below to list. */
  readonly kind: 'added' | 'removed' | 'increased' | 'decreased' | 'changed' | 'many';
  /** Undefined when the key is absent. */
  readonly base: ConfigValue | undefined;
  readonly head: ConfigValue | undefined;
  /** Differences that this one stands for. */
  readonly count: number;
}

/** Differences below one map that are listed one by one; with more, the map as a whole is the difference. */
const mostListedDifferences = 200;

/**
 * What differs between two maps, key by key and into nested maps; lists and everything else are compared by value. Keys
 * are matched by name, their order does not count. A map that holds a key which is no string is one value, because such a
 * key has no path. In the order of head, what was removed last.
 */
export function compareSections(
  base: MapValue,
  head: MapValue,
  path: ConfigPath = [],
): readonly ValueDifference[] {
  const { added, removed, mutual } = compareKeyedLists(
    namedEntries(base),
    namedEntries(head),
    ({ name }) => name,
  );
  const differences = [
    ...added.map(({ name, value }): ValueDifference => ({
      ...single,
      path: [...path, name],
      kind: 'added',
      head: value,
    })),
    ...mutual.flatMap((entry) =>
      compareValues(entry.base.value, entry.head.value, [...path, entry.head.name]),
    ),
    ...removed.map(({ name, value }): ValueDifference => ({
      ...single,
      path: [...path, name],
      kind: 'removed',
      base: value,
    })),
  ];
  if (differences.length <= mostListedDifferences) return differences;
  const count = differences.reduce((sum, difference) => sum + difference.count, 0);
  return [{ path, kind: 'many', base, head, count }];
}

const single = { base: undefined, head: undefined, count: 1 } as const;

function compareValues(base: ConfigValue, head: ConfigValue, path: ConfigPath): readonly ValueDifference[] {
  if (isSection(base) && isSection(head)) return compareSections(base, head, path);
  if (areEqualValues(base, head)) return [];
  return [{ path, kind: compareNumbers(base, head), base, head, count: 1 }];
}

function compareNumbers(base: ConfigValue, head: ConfigValue): 'increased' | 'decreased' | 'changed' {
  if (base.kind === 'integer' && head.kind === 'integer' && base.value !== head.value) {
    return head.value > base.value ? 'increased' : 'decreased';
  }
  if (base.kind === 'float' && head.kind === 'float') {
    if (head.value > base.value) return 'increased';
    if (head.value < base.value) return 'decreased';
  }
  return 'changed';
}

function isSection(value: ConfigValue): value is MapValue {
  return value.kind === 'map' && value.entries.every(({ key }) => key.kind === 'string');
}

function namedEntries({
  entries,
}: MapValue): readonly { readonly name: string; readonly value: ConfigValue }[] {
  return entries.flatMap(({ key, value }: MapEntry) =>
    key.kind === 'string' ? [{ name: key.value, value }] : [],
  );
}
