import type { ConfigValue } from '@topodiff/schema';
import { parseModelConfig, valueAt } from '@topodiff/schema';
import { areEqualValues } from './equal-values.ts';

function read(value: string, reader: 'frontend' | 'handler' = 'handler'): ConfigValue | undefined {
  const reading = parseModelConfig(`value: ${value}\n`)[reader];
  return reading.outcome === 'loaded' ? valueAt(reading.root, ['value']) : undefined;
}

const different = [
  '0',
  "''",
  'false',
  'null',
  '[]',
  '{}',
  '0.0',
  '1',
  '1.0',
  '"1"',
  'true',
  '[0]',
  '{a: 0}',
  '2020-01-01',
];

describe('areEqualValues', () => {
  test('tells values of different types apart, absent ones too', () => {
    const values = [undefined, ...different.map((value) => read(value))];
    for (const [index, base] of values.entries()) {
      expect(values.map((head) => areEqualValues(base, head))).toEqual(
        values.map((_, other) => index === other),
      );
    }
  });

  test.each([
    ['010', '8'],
    ['1:30', '90'],
    ["'a'", '"a"'],
    ['yes', 'true'],
    ['.nan', '.NaN'],
    ['[1, 2]', '[ 1,2 ]'],
    ['{a: 1, b: 2}', '{b: 2, a: 1}'],
    ['!!set {a, b}', '!!set {b, a}'],
    ['{1: a, 2: b}', '{2: b, 1: a}'],
  ])('%s equals %s', (base, head) => {
    expect(read(base)).toBeDefined();
    expect(areEqualValues(read(base), read(head))).toBe(true);
  });

  test.each([
    ['[1, 2]', '[2, 1]'],
    ['{a: 1}', '{a: 1, b: 2}'],
    ['{1: a}', '{"1": a}'],
    ['!!set {a, b}', '!!set {a, c}'],
    ['18446744073709551616', '18446744073709551617'],
  ])('%s differs from %s', (base, head) => {
    expect(read(base)).toBeDefined();
    expect(areEqualValues(read(base), read(head))).toBe(false);
  });

  test('a number that Java holds in another class is another value to the frontend', () => {
    expect(areEqualValues(read('1', 'frontend'), read('0000000000001', 'frontend'))).toBe(false);
    expect(areEqualValues(read('1', 'handler'), read('0000000000001', 'handler'))).toBe(true);
  });

  test('compares values as deep as the readers take them', () => {
    const deep = (value: number): string => `${'['.repeat(480)}${value}${']'.repeat(480)}`;
    expect(read(deep(1))).toBeDefined();
    expect(areEqualValues(read(deep(1)), read(deep(1)))).toBe(true);
    expect(areEqualValues(read(deep(1)), read(deep(2)))).toBe(false);
  });
});
