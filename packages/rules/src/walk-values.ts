import type { ConfigPath, ConfigValue } from '@topodiff/schema';

/** A value below the root of a configuration, with the keys that lead to it. */
export interface PlacedValue {
  readonly path: ConfigPath;
  readonly value: ConfigValue;
}

/**
 * All values of a configuration in document order, the root without a path first. Entries under a key that is no
 * string are left out, they have no path. A collection that several aliases name is entered once, so that aliases
 * of aliases cannot multiply the work.
 */
export function walkValues(root: ConfigValue | null): readonly PlacedValue[] {
  const found: PlacedValue[] = [];
  const entered = new Set<readonly unknown[]>();
  const visit = (path: ConfigPath, value: ConfigValue): void => {
    found.push({ path, value });
    if (value.kind === 'list' && !entered.has(value.items)) {
      entered.add(value.items);
      for (const [index, item] of value.items.entries()) visit([...path, index], item);
    }
    if (value.kind === 'map' && !entered.has(value.entries)) {
      entered.add(value.entries);
      for (const { key, value: child } of value.entries) {
        if (key.kind === 'string') visit([...path, key.value], child);
      }
    }
  };
  if (root !== null) visit([], root);
  return found;
}
