import { readFileSync } from 'node:fs';
import type { CaseResult } from './case-result.ts';
import { compareParseCases } from './parse-cases.ts';

const fixtures = new URL('../../../packages/testkit/fixtures/conformance/', import.meta.url);

/** What the real TorchServe made of each file; one test for all, which names the cases that differ. */
function mismatched(results: readonly CaseResult[]): readonly CaseResult[] {
  return results.filter((result) => result.mismatches.length > 0);
}

test('model-config-parse.jsonl: all 2,000 files on 0.12.0', () => {
  const results = compareParseCases(readFileSync(new URL('model-config-parse.jsonl', fixtures), 'utf8'));
  expect(results).toHaveLength(2_000);
  expect(mismatched(results)).toEqual([]);
});

test('model-config-parse-versions.jsonl: 150 files on each of six releases', () => {
  const results = compareParseCases(
    readFileSync(new URL('model-config-parse-versions.jsonl', fixtures), 'utf8'),
  );
  expect(results).toHaveLength(900);
  expect(mismatched(results)).toEqual([]);
});
