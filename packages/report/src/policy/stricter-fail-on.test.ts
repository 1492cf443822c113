import { stricterFailOn } from './stricter-fail-on.ts';

const all = ['never', 'error', 'warning', 'info'] as const;

test.each([
  ['never', ['never', 'error', 'warning', 'info']],
  ['error', ['error', 'error', 'warning', 'info']],
  ['warning', ['warning', 'warning', 'warning', 'info']],
  ['info', ['info', 'info', 'info', 'info']],
] as const)('%s and a policy with each threshold', (given, expected) => {
  expect(all.map((ofPolicy) => stricterFailOn(given, ofPolicy))).toEqual(expected);
});

test.each(all)('%s stays where the policy has none', (given) => {
  expect(stricterFailOn(given, undefined)).toBe(given);
});
