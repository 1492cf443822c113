import { fitBudget } from './fit-budget.ts';

const reductions = [
  { part: 'small', keep: 2 },
  { part: 'large', keep: 0 },
  { part: 'small', keep: 0 },
] as const;
const render = ({ small, large }: Readonly<Record<'small' | 'large', number>>) =>
  's'.repeat(small) + 'LLLL'.repeat(large);
const fit = (budget: number) => fitBudget({ small: 5, large: 3 }, reductions, budget, render);

test.each([
  [17, 'sssssLLLLLLLLLLLL'],
  [16, 'ssssLLLLLLLLLLLL'],
  [14, 'ssLLLLLLLLLLLL'],
  [13, 'ssLLLLLLLL'],
  [10, 'ssLLLLLLLL'],
  [9, 'ssLLLL'],
  [2, 'ss'],
  [1, 's'],
  [0, ''],
])('within %i bytes parts give way in order, each no more than it must', (budget, text) => {
  expect(fit(budget)).toBe(text);
});

test('nothing fits: null, for the caller to decide', () => {
  expect(fitBudget({}, [], 3, () => 'four')).toBeNull();
});
