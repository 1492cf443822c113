import type { ConfigValue, Reader } from '../document/config-value.ts';
import type { ScalarContent } from './construct-frontend-scalar.ts';

/** Longer keys of nested collections are told apart by where they stand. */
const longestKey = 10_000;

/**
 * A text that is the same for two keys exactly when the reader's own map takes them for the same key: by class and
 * value in Java, where 1 and true differ; by value in Python, where they do not.
 */
export function valueKey(value: ConfigValue, reader: Reader): string {
  switch (value.kind) {
    case 'list':
    case 'set':
    case 'map':
    case 'alias':
      return collectionKey(value, reader);
    default:
      return scalarKey(value, value.source, reader);
  }
}

/** `valueKey` of a scalar; dates and binary values are told apart by their text. */
export function scalarKey(content: ScalarContent, text: string, reader: Reader): string {
  switch (content.kind) {
    case 'string':
      return `s${content.value}`;
    case 'null':
      return 'null';
    case 'boolean':
      return reader === 'handler' ? `n${content.value ? 1 : 0}` : String(content.value);
    case 'integer':
      if (reader === 'handler') return `n${content.value.toString(16)}`;
      return `${content.javaType ?? ''} ${content.value.toString(16)}`;
    case 'float':
      if (reader === 'frontend') return `Double ${Object.is(content.value, -0) ? '-0' : content.value}`;
      return Number.isInteger(content.value) ? `n${BigInt(content.value).toString(16)}` : `n${content.value}`;
    case 'timestamp':
    case 'binary':
      return `${content.kind} ${text}`;
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
