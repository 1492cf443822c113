import type { ConfigValue, Reader } from '../document/config-value.ts';

/** Longer keys of nested collections are told apart by where they stand. */
const longestKey = 10_000;

/**
 * A text that is the same for two keys exactly when the reader's own map takes them for the same key: by class and
 * value in Java, where 1 and true differ; by value in Python, where they do not.
 */
export function valueKey(value: ConfigValue, reader: Reader): string {
  switch (value.kind) {
    case 'string':
      return `s${value.value}`;
    case 'null':
      return 'null';
    case 'boolean':
      return reader === 'handler' ? `n${value.value ? 1 : 0}` : String(value.value);
    case 'integer':
      return reader === 'handler'
        ? `n${value.value.toString(16)}`
        : `${value.javaType ?? ''} ${value.value.toString(16)}`;
    case 'float':
      if (reader === 'frontend') return `Double ${Object.is(value.value, -0) ? '-0' : value.value}`;
      return Number.isInteger(value.value) ? `n${BigInt(value.value).toString(16)}` : `n${value.value}`;
    case 'timestamp':
    case 'binary':
      return `${value.kind} ${value.source}`;
    case 'list':
    case 'set':
    case 'map':
    case 'alias':
      return collectionKey(value, reader);
  }
}

function collectionKey(value: ConfigValue, reader: Reader): string {
  const parts: string[] = [];
  let length = 0;
  const add = (text: string): void => {
    parts.push(`${text.length}:${text}`);
    length += text.length;
  };
  const walk = (inner: ConfigValue): void => {
    if (length > longestKey) return;
    if (inner.kind === 'list' || inner.kind === 'set') {
      add(`${inner.kind} ${inner.items.length}`);
      inner.items.forEach(walk);
    } else if (inner.kind === 'map') {
      add(`map ${inner.entries.length}`);
      const sorted = [...inner.entries].sort((a, b) => (a.key.source < b.key.source ? -1 : 1));
      for (const entry of sorted) {
        walk(entry.key);
        walk(entry.value);
      }
    } else if (inner.kind === 'alias') add(`alias ${inner.range.start.offset}`);
    else add(valueKey(inner, reader));
  };
  walk(value);
  return length > longestKey ? `at ${value.range.start.offset}` : parts.join('');
}
