import { fitBudget } from './fit-budget.ts';

const reductions = [
  { part: 'small', keep: 2 },
  { part: 'large', keep: 0 },
  { part: 'small', keep: 0 },
] as const;
const fit = (budget: number) =>
  fitBudget({ small: 5, large: 3 }, reductions, budget, ({ small, large }) => small + 4 * large);

test.each([
  [17, { small: 5, large: 3 }],
  [16, { small: 4, large: 3 }],
  [14, { small: 2, large: 3 }],
  [13, { small: 2, large: 2 }],
  [10, { small: 2, large: 2 }],
  [9, { small: 2, large: 1 }],
  [2, { small: 2, large: 0 }],
  [1, { small: 1, large: 0 }],
  [0, { small: 0, large: 0 }],
])('within %i bytes parts give way in order, each no more than it must', (budget, shown) => {
  expect(fit(budget)).toEqual(shown);
});

test('nothing fits: null, for the caller to decide', () => {
  expect(fitBudget({}, [], 3, () => 4)).toBeNull();
});

test('a step whose words about the rest are longer than the rest is not taken', () => {
  const measure = ({ small, large }: { readonly small: number; readonly large: number }) =>
    (small < 5 ? 9 : 5) + 4 * large;
  expect(fitBudget({ small: 5, large: 3 }, reductions, 13, measure)).toEqual({ small: 5, large: 2 });
});

test('a million items take few looks', () => {
  let looks = 0;
  const shown = fitBudget({ small: 1_000_000, large: 3 }, reductions, 700_000, ({ small, large }) => {
    looks += 1;
    return small + 4 * large;
  });
  expect(shown).toEqual({ small: 699_988, large: 3 });
  expect(looks).toBeLessThan(25);
});
