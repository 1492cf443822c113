import { rules } from '@topodiff/rules';
import { filterRules, readRuleFilters } from './rule-filters.ts';

const idsOf = (query: Readonly<Record<string, unknown>>) =>
  filterRules(readRuleFilters(query)).map(({ id }) => id);

test('without a filter, and with one that the page does not offer, every rule is there', () => {
  expect(idsOf({})).toHaveLength(rules.length);
  expect(idsOf({ area: 'other', severity: 'fatal', search: ['a'] })).toHaveLength(rules.length);
});

test('each filter narrows, and together they narrow further', () => {
  expect(idsOf({ area: 'parallelism' })).toContain('not-enough-gpus');
  expect(idsOf({ area: 'parallelism', severity: 'info' })).not.toContain('not-enough-gpus');
  expect(idsOf({ search: ' GPUs  quotient ' })).toEqual(['not-enough-gpus']);
  expect(idsOf({ search: 'no such words' })).toEqual([]);
});
