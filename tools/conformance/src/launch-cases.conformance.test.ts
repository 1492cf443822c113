import { readFileSync } from 'node:fs';
import { compareLaunchCases } from './launch-cases.ts';

const fixtures = new URL('../../../packages/testkit/fixtures/conformance/', import.meta.url);

/** What the real TorchServe started, of each file and version; a case is equal as a whole. */
describe.each([
  ['launches-golden.json', '0.12.0', 63],
  ['launches-golden.json', 'master', 63],
  ['launches-random.json', '0.12.0', 80],
  ['launches-versions.json', '0.8.0', 24],
  ['launches-versions.json', '0.8.1', 24],
  ['launches-versions.json', '0.8.2', 24],
  ['launches-versions.json', '0.9.0', 24],
  ['launches-versions.json', '0.10.0', 24],
  ['launches-versions.json', '0.11.0', 24],
  ['launches-versions.json', '0.11.1', 24],
  ['launches-properties.json', '0.8.0', 56],
  ['launches-properties.json', '0.11.1', 74],
  ['launches-properties.json', '0.12.0', 132],
] as const)('%s on %s', (file, version, count) => {
  const results = compareLaunchCases(readFileSync(new URL(file, fixtures), 'utf8'), version);

  test('holds every recorded case', () => {
    expect(results).toHaveLength(count);
  });

  test.each(results.map((result) => [result.caseName, result.mismatches] as const))('%s', (_, mismatches) => {
    expect(mismatches).toEqual([]);
  });
});
