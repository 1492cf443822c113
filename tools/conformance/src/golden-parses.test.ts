import { readFileSync } from 'node:fs';
import { compareParseCases } from './parse-cases.ts';
import { goldenAsLines } from './golden-parses.ts';

const golden = new URL('../../../packages/testkit/fixtures/conformance/parse-golden.json', import.meta.url);

function linesOf(...cases: readonly object[]): string {
  return goldenAsLines(JSON.stringify({ what: 'a recording', cases }));
}

test('parse-golden.json: all 93 hand-picked documents', () => {
  const results = compareParseCases(readFileSync(golden, 'utf8'));
  expect(results).toHaveLength(93);
  expect(results.filter(({ mismatches }) => mismatches.length > 0)).toEqual([]);
});

test.each([
  [{ modelConfig: { minWorkers: 1 } }, { outcome: 'loaded', modelConfig: { minWorkers: 1 } }],
  [
    { thrown: 'InvalidModelException', cause: 'ScannerException' },
    { outcome: 'ignored', thrown: 'InvalidModelException/ScannerException' },
  ],
  [
    { thrown: 'IOException', cause: null },
    { outcome: 'ignored', thrown: 'IOException' },
  ],
  [
    { thrown: 'ClassCastException', cause: null },
    { outcome: 'fatal', thrown: 'ClassCastException' },
  ],
])('%j is an outcome', (java, outcome) => {
  const line = linesOf({ name: 'x', yaml: 'a: 1', java, pyyaml_6_0_3: { thrown: 'ScannerError' } });
  expect(JSON.parse(line)).toEqual({ name: 'x', yaml: 'a: 1', ...outcome, python: 'ScannerError' });
});

test('a value that PyYAML gives is ok', () => {
  const line = linesOf({
    name: 'x',
    yamlHex: '61',
    java: { modelConfig: {} },
    pyyaml_6_0_3: { type: 'str' },
  });
  expect(JSON.parse(line)).toMatchObject({ yamlHex: '61', python: 'ok' });
});

test('other texts stay as they are', () => {
  const line = '{"name":"x","yaml":"","outcome":"fatal"}';
  expect(goldenAsLines(line)).toBe(line);
  expect(goldenAsLines(`${line}\n${line}\n`)).toBe(`${line}\n${line}\n`);
});

test('a case without an observation is refused', () => {
  expect(() => linesOf({ name: 'x', yaml: '' })).toThrow('case 1 is no recorded parse');
});
