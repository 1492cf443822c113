import { formatConfigPath } from './config-path.ts';
import { valueAt, type ConfigValue } from './config-value.ts';
import type { ModelConfigDocument } from './model-config-document.ts';
import { parseModelConfig } from './parse-model-config.ts';

function kinds(source: string): readonly [string, string] {
  const document = parseModelConfig(`key: ${source}\n`);
  return [outcomeOf(document, 'frontend'), outcomeOf(document, 'handler')];
}

function outcomeOf(document: ModelConfigDocument, reader: 'frontend' | 'handler'): string {
  const reading = document[reader];
  if (reading.outcome === 'unreadable') return 'unreadable';
  const value = valueAt(reading.root, ['key']);
  return value === undefined ? 'absent' : `${value.kind}${show(value)}`;
}

function show(value: ConfigValue): string {
  return value.kind === 'integer' ||
    value.kind === 'float' ||
    value.kind === 'boolean' ||
    value.kind === 'string'
    ? ` ${String(value.value)}`
    : '';
}

/** Recorded of SnakeYAML 2.1 and PyYAML 6.0.3: what a plain scalar is to the frontend and to the handler. */
test.each([
  ['4', 'integer 4', 'integer 4'],
  ['1_000', 'integer 1000', 'integer 1000'],
  ['010', 'integer 8', 'integer 8'],
  ['08', 'string 08', 'string 08'],
  ['0x10', 'integer 16', 'integer 16'],
  ['0X10', 'string 0X10', 'string 0X10'],
  ['0b11', 'integer 3', 'integer 3'],
  ['0o17', 'string 0o17', 'string 0o17'],
  ['1:30', 'integer 90', 'integer 90'],
  ['190:20:30', 'integer 685230', 'integer 685230'],
  ['1:60', 'string 1:60', 'string 1:60'],
  ['2147483648', 'integer 2147483648', 'integer 2147483648'],
  ['4.0', 'float 4', 'float 4'],
  ['1e3', 'float 1000', 'string 1e3'],
  ['1e-5', 'float 0.00001', 'string 1e-5'],
  ['1.0e-5', 'float 0.00001', 'float 0.00001'],
  ['-.5', 'float -0.5', 'string -.5'],
  ['yes', 'boolean true', 'boolean true'],
  ['Off', 'boolean false', 'boolean false'],
  ['y', 'string y', 'string y'],
  ['~', 'null', 'null'],
  ['', 'null', 'null'],
  ['2020-01-01', 'timestamp', 'timestamp'],
  ['=', 'string =', 'unreadable'],
  ['1,000', 'string 1,000', 'string 1,000'],
  ['${X}', 'string ${X}', 'string ${X}'],
  ['"8"', 'string 8', 'string 8'],
  ['!!int "3"', 'integer 3', 'integer 3'],
  ['!!str 3', 'string 3', 'string 3'],
  ['!foo 3', 'unreadable', 'unreadable'],
])('%s is %s to the frontend and %s to the handler', (source, frontend, handler) => {
  const expected: string[] = [frontend, handler].map((text) => text.replace('0.00001', String(1e-5)));
  expect(kinds(source)).toEqual(expected);
});

describe('order', () => {
  const keysOf = (text: string): string[] => {
    const { frontend } = parseModelConfig(text);
    if (frontend.outcome !== 'loaded' || frontend.root?.kind !== 'map') throw new Error('not a map');
    return frontend.root.entries.map(
      ({ key, isMerged }) => `${key.kind === 'string' ? key.value : key.kind}${isMerged ? ' (merged)' : ''}`,
    );
  };

  test('a duplicate key takes its last position', () => {
    expect(keysOf('a: 1\nb: 2\na: 3\n')).toEqual(['b', 'a']);
  });

  test('an overridden merged key keeps the position of the merge', () => {
    const keys = keysOf('x: &x\n  p: 1\n  q: 2\n<<: *x\np: 3\n');
    expect(keys.map((key) => key.replace(' (merged)', ''))).toEqual(['x', 'p', 'q']);
  });

  test('duplicates are listed with all their places', () => {
    const { duplicateKeys } = parseModelConfig('a: 1\nt:\n  b: 1\n  b: 2\na: 3\n');
    expect(
      duplicateKeys.map(({ path, keyRanges }) => [
        formatConfigPath(path),
        keyRanges.map((range) => range.start.line),
      ]),
    ).toEqual([
      ['a', [1, 5]],
      ['t.b', [3, 4]],
    ]);
  });
});

describe('places', () => {
  const document = parseModelConfig('# c\r\ntorchrun:\r\n  nproc-per-node: "8"\r\ndeviceIds: [1, 30]\r\n');
  const place = (path: (string | number)[], target: 'key' | 'value') => {
    const { range, isExact } = document.rangeOf(path, target);
    return [range.start.line, range.start.column, range.end.line, range.end.column, isExact];
  };

  test('of keys, values and list items', () => {
    expect(place(['torchrun', 'nproc-per-node'], 'key')).toEqual([3, 3, 3, 17, true]);
    expect(place(['torchrun', 'nproc-per-node'], 'value')).toEqual([3, 19, 3, 22, true]);
    expect(place(['deviceIds', 1], 'value')).toEqual([4, 16, 4, 18, true]);
  });

  test('of what is missing: the nearest parent that is there', () => {
    expect(place(['torchrun', 'nnodes'], 'value')).toEqual([2, 1, 2, 9, false]);
    expect(place(['handler', 'x'], 'value').at(-1)).toBe(false);
  });
});

describe('problems', () => {
  test.each([
    ['a: 1\n\tb: 2\n', 'tab-indentation', 'both'],
    ['a: 1\n---\nb: 2\n', 'multiple-documents', 'both'],
    ['a: *nope\n', 'undefined-alias', 'both'],
    ['a: !foo 1\n', 'unsupported-tag', 'both'],
    ['a: =\n', 'unconstructable-value', 'handler'],
    ['a: 1\t\n', 'tab-after-value', 'handler'],
    ['a:\n  {{ x }}: 1\n', 'unhashable-key', 'handler'],
    ['key: [1, 2\n', 'syntax', 'both'],
  ])('%j is %s, rejected by %s', (text, code, rejectedBy) => {
    const [problem] = parseModelConfig(text).problems;
    expect([problem?.code, problem?.rejectedBy]).toEqual([code, rejectedBy]);
  });

  test('a file of comments is the null document, not a problem', () => {
    const document = parseModelConfig('# only words\n');
    expect(document.problems).toEqual([]);
    expect(document.frontend).toEqual({ outcome: 'loaded', root: null });
  });

  test('bytes that are no UTF-8 stop the handler alone', () => {
    const document = parseModelConfig('a: \ufffd\n', { hasInvalidUtf8: true });
    expect([document.frontend.outcome, document.handler.outcome]).toEqual(['loaded', 'unreadable']);
  });

  test('fifty aliases of collections pass, the next one stops the frontend', () => {
    const text = (count: number) =>
      `x: &x [1]\ny: [${Array.from({ length: count }, () => '*x').join(', ')}]\n`;
    expect(parseModelConfig(text(50)).frontend.outcome).toBe('loaded');
    const many = parseModelConfig(text(51));
    expect([many.frontend.outcome, many.handler.outcome]).toEqual(['unreadable', 'loaded']);
  });
});
