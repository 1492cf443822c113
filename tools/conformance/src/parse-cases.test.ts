import { readFileSync } from 'node:fs';
import { compareParseCases } from './parse-cases.ts';

function fixture(name: string): string {
  return readFileSync(
    new URL(`../../../packages/testkit/fixtures/conformance/${name}`, import.meta.url),
    'utf8',
  );
}

function rowOf(row: Readonly<Record<string, unknown>>): string {
  return `${JSON.stringify(row)}\n`;
}

const [firstRow = ''] = fixture('model-config-parse-versions.jsonl').split('\n');

describe('compareParseCases', () => {
  test('a version takes only its rows', () => {
    expect(compareParseCases(firstRow, '0.9.0').map(({ caseName }) => caseName)).toEqual(['d00000 0.9.0']);
    expect(compareParseCases(firstRow, '0.8.0')).toEqual([]);
    const plain = rowOf({ name: 'x', yaml: 'a: 1', outcome: 'fatal' });
    expect(compareParseCases(plain, '0.12.0')).toHaveLength(1);
    expect(compareParseCases(plain, 'master')).toHaveLength(1);
    expect(compareParseCases(plain, '0.9.0')).toEqual([]);
  });

  test('names every field that differs', () => {
    const row = { name: 'x', yaml: 'minWorkers: 2\n', outcome: 'loaded', python: 'ScannerError' };
    const [result] = compareParseCases(rowOf({ ...row, modelConfig: { minWorkers: 3, extra: 1 } }));
    expect(result?.mismatches.slice(0, 3)).toEqual([
      { field: 'python', theirs: 'ScannerError', ours: 'ok' },
      { field: 'modelConfig.minWorkers', theirs: 3, ours: 2 },
      { field: 'modelConfig.extra', theirs: 1, ours: undefined },
    ]);
    expect(result?.mismatches).toHaveLength(25);
  });

  test('shows the reasons of another outcome', () => {
    const row = { name: 'x', yaml: '- 1\n', outcome: 'ignored', thrown: 'InvalidModelException' };
    expect(compareParseCases(rowOf(row))[0]?.mismatches).toEqual([
      { field: 'outcome', theirs: 'ignored (InvalidModelException)', ours: 'fatal (ClassCastException)' },
    ]);
  });

  test('takes the bytes of a file that is no UTF-8', () => {
    const row = { name: 'x', yamlHex: '613a20ff', outcome: 'loaded', python: 'UnicodeDecodeError' };
    const [result] = compareParseCases(rowOf(row));
    expect(result?.mismatches.filter(({ field }) => !field.startsWith('modelConfig.'))).toEqual([]);
  });

  test.each([
    ['no JSON', '{', 'line 1 is not JSON'],
    ['no row', '{"name": "x"}', 'line 1 is no recorded parse: it needs name, yaml and outcome or versions'],
    [
      'a strange version',
      rowOf({ name: 'x', yaml: '', versions: { '9.9': {} } }),
      'x was recorded on 9.9, which is no known version',
    ],
  ])('refuses %s', (_name, text, message) => {
    expect(() => compareParseCases(text)).toThrow(message);
  });
});
