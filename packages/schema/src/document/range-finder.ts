import type { ConfigPath } from './config-path.ts';
import type { ConfigValue, MapEntry, MapValue } from './config-value.ts';
import type { ResolvedRange } from './model-config-document.ts';
import type { SourceRange } from './source-range.ts';

/** Finds where the nodes of one configuration stand; maps are indexed when they are first asked for. */
export class RangeFinder {
  readonly #root: ConfigValue | null;
  readonly #fallback: SourceRange;
  readonly #indexes = new Map<MapValue, Map<string, MapEntry>>();

  constructor(root: ConfigValue | null, fallback: SourceRange) {
    this.#root = root;
    this.#fallback = fallback;
  }

  find(path: ConfigPath, target: 'key' | 'value'): ResolvedRange {
    let value = this.#root;
    if (value === null) return { range: this.#fallback, isExact: false };
    if (path.length === 0) return { range: value.range, isExact: true };
    let keyRange = this.#fallback;
    for (const segment of path) {
      const child = this.#childOf(value, segment);
      if (child === undefined) return { range: keyRange, isExact: false };
      ({ value, keyRange } = child);
    }
    return { range: target === 'key' ? keyRange : value.range, isExact: true };
  }

  #childOf(
    value: ConfigValue,
    segment: string | number,
  ): { readonly value: ConfigValue; readonly keyRange: SourceRange } | undefined {
    if (value.kind === 'list' && typeof segment === 'number') {
      const item = value.items[segment];
      return item === undefined ? undefined : { value: item, keyRange: item.range };
    }
    if (value.kind !== 'map' || typeof segment === 'number') return undefined;
    const entry = this.#indexOf(value).get(segment);
    return entry === undefined ? undefined : { value: entry.value, keyRange: entry.key.range };
  }

  #indexOf(map: MapValue): Map<string, MapEntry> {
    let index = this.#indexes.get(map);
    if (index === undefined) {
      index = new Map();
      // A string key beats another one that is written alike (`1` and "1").
      for (const entry of map.entries) {
        const isString = entry.key.kind === 'string';
        const segment = keySegment(entry.key);
        if (isString || !index.has(segment)) index.set(segment, entry);
      }
      this.#indexes.set(map, index);
    }
    return index;
  }
}

/** How a key stands in a path: the string, or for any other key what is written. */
export function keySegment(key: ConfigValue): string {
  return key.kind === 'string' ? key.value : key.source;
}
