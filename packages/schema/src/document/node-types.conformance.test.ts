import { readFileSync } from 'node:fs';
import type { ConfigValue } from './config-value.ts';
import { decodeUtf8 } from './decode-utf8.ts';
import type { Reading } from './model-config-document.ts';
import { parseModelConfig } from './parse-model-config.ts';

/** A node as it was printed of the real readers: Java's class or Python's type, and its text. */
type RecordedNode =
  | { readonly type: string; readonly value?: string }
  | { readonly type: string; readonly items: readonly RecordedNode[] }
  | { readonly type: string; readonly entries: readonly (readonly [RecordedNode, RecordedNode])[] };

interface GoldenCase {
  readonly name: string;
  readonly yaml?: string;
  readonly yamlHex?: string;
  /** Null where SnakeYAML refused the document. */
  readonly snakeyaml_2_1: RecordedNode | null;
  readonly pyyaml_6_0_3: RecordedNode | { readonly thrown: string };
}

const { cases } = JSON.parse(
  readFileSync(new URL('../../../testkit/fixtures/conformance/parse-golden.json', import.meta.url), 'utf8'),
) as { cases: readonly GoldenCase[] }; // recorded by us, in this shape

const typeNames = {
  frontend: {
    null: 'null',
    boolean: 'Boolean',
    float: 'Double',
    string: 'String',
    timestamp: 'Date',
    binary: 'byte[]',
    list: 'list',
    set: 'LinkedHashSet',
    map: 'map',
    alias: 'recursive',
  },
  handler: {
    null: 'null',
    boolean: 'bool',
    float: 'float',
    string: 'str',
    timestamp: 'date',
    binary: 'bytes',
    list: 'list',
    set: 'set',
    map: 'dict',
    alias: 'recursive',
  },
} as const;

/** A value as the recorder would have printed it; what it printed in its own language's way only by its type. */
function print(value: ConfigValue, reader: 'frontend' | 'handler'): RecordedNode {
  const type =
    value.kind === 'integer'
      ? reader === 'frontend'
        ? (value.javaType ?? '')
        : 'int'
      : typeNames[reader][value.kind];
  switch (value.kind) {
    case 'list':
      return { type, items: value.items.map((item) => print(item, reader)) };
    case 'map':
      return {
        type,
        entries: value.entries.map((entry) => [print(entry.key, reader), print(entry.value, reader)]),
      };
    case 'string':
      return { type, value: value.value };
    case 'integer':
    case 'float':
      return { type, value: String(value.value) };
    default:
      return { type };
  }
}

/** The recorded node, reduced to what `print` says; floats as this language prints them. */
function reduce(node: RecordedNode): RecordedNode {
  const type = { datetime: 'date', tuple: 'list' }[node.type] ?? node.type;
  if ('items' in node) return { type, items: node.items.map(reduce) };
  if ('entries' in node)
    return { type, entries: node.entries.map(([key, value]) => [reduce(key), reduce(value)]) };
  if (/^(?:String|str|int|Integer|Long|BigInteger)$/.test(type)) return { type, value: node.value ?? '' };
  if (/^(?:Double|float)$/.test(type))
    return { type, value: String(Number(node.value?.replace(/^(-?)inf$/, '$1Infinity'))) };
  return { type };
}

function printReading(reading: Reading, reader: 'frontend' | 'handler'): RecordedNode | null {
  if (reading.outcome === 'unreadable') return null;
  return reading.root === null ? { type: 'null' } : print(reading.root, reader);
}

test('the recorded documents are all there', () => {
  expect(cases).toHaveLength(93);
});

test.each(cases)('$name: every node has the type and value that both readers gave it', (recorded) => {
  const { text, hasInvalidUtf8 } =
    recorded.yamlHex === undefined
      ? { text: recorded.yaml ?? '', hasInvalidUtf8: false }
      : decodeUtf8(Uint8Array.from(recorded.yamlHex.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16)));
  const document = parseModelConfig(text, { hasInvalidUtf8 });
  const { snakeyaml_2_1: java, pyyaml_6_0_3: python } = recorded;
  // The recorder printed null for a map that holds itself; SnakeYAML reads it.
  if (recorded.name !== 'a52_anchorself') {
    expect(printReading(document.frontend, 'frontend')).toEqual(java === null ? null : reduce(java));
  }
  expect(printReading(document.handler, 'handler')).toEqual('thrown' in python ? null : reduce(python));
});
