import type { Report } from '@topodiff/report';
import { utf8Bytes } from '../reading/utf8-bytes.ts';
import { hostileFleet } from '../testing/hostile-fleet.ts';
import { readMarkdown } from '../testing/read-markdown.ts';
import { buildItems } from './build-items.ts';
import type { Shown } from './fit-budget.ts';
import type { MarkdownOptions } from './markdown-options.ts';
import { forEachPart, reductions, type MarkdownPart } from './markdown-part.ts';
import { markdownSummary } from './markdown-summary.ts';
import { measureItems } from './measure-items.ts';
import { preparePage } from './page.ts';

const options: MarkdownOptions = { repositoryUrl: 'https://github.com/octo-org/serving' };

/** A page of the summary, which has no limits but its budget, with one item less than the one before it. */
interface Step {
  /** Index of the reduction that the step belongs to; -1 is the whole page. */
  readonly reduction: number;
  readonly shown: Shown<MarkdownPart>;
  readonly page: string;
  readonly bytes: number;
}

/** All pages in the order in which items are given up, each laid out: the slow and plain way. */
function listSteps(report: Report): readonly Step[] {
  const items = buildItems(report, options);
  const prepared = preparePage(
    report,
    { items, sizes: measureItems(items) },
    options,
    () => 'the JSON report',
  );
  const step = (reduction: number, shown: Shown<MarkdownPart>): Step => {
    const page = prepared.write(shown);
    const bytes = utf8Bytes(page);
    expect(prepared.measure(shown)).toBe(bytes);
    return { reduction, shown, page, bytes };
  };
  let last = step(
    -1,
    forEachPart((part) => items[part].length),
  );
  const steps = [last];
  for (const [reduction, { part, keep }] of reductions.entries()) {
    const { shown } = last;
    const ofReduction = Array.from({ length: Math.max(0, shown[part] - keep) }, (_, index) =>
      step(reduction, { ...shown, [part]: shown[part] - 1 - index }),
    );
    const end = ofReduction.at(-1);
    // giving up what is shorter than the words about it would be in vain
    if (end === undefined || end.bytes >= last.bytes) continue;
    steps.push(...ofReduction);
    last = end;
  }
  return steps;
}

const report = hostileFleet({
  models: 60,
  texts: ['a', 'ü|`', '@octocat\n', '😀', '</details>', '```'],
  budgets: 24,
  pools: 3,
  required: 13,
  refused: 2,
  remarks: 1,
  skipped: 3,
  notices: 3,
  reasons: 3,
  untouched: 2,
  isComparison: true,
  hasBlocking: true,
});
const withReasons = hostileFleet({
  models: 3,
  texts: ['a', 'b|', 'c`', 'd', 'e '.repeat(60)],
  budgets: 6,
  pools: 1,
  required: 1,
  refused: 1,
  remarks: 0,
  skipped: 1,
  notices: 1,
  reasons: 5,
  untouched: 0,
  isComparison: true,
  hasBlocking: false,
});

describe.each([
  ['a finding that blocks', report],
  ['reasons without a finding', withReasons],
])('with %s', (_name, subject) => {
  const steps = listSteps(subject);
  const render = (budgetBytes: number): string =>
    markdownSummary.render(subject, { ...options, budgetBytes });
  /** What a budget must show: the first page in the order that it has room for. */
  const expectedAt = (budgetBytes: number): string | undefined =>
    steps.find(({ bytes }) => bytes <= budgetBytes)?.page;

  test('a budget of the whole page, or of a byte more, shows everything; a byte less does not', () => {
    const whole = steps[0]?.page ?? '';
    const size = utf8Bytes(whole);
    expect([render(size), render(size + 1)]).toEqual([whole, whole]);
    const less = render(size - 1);
    expect(less).toBe(steps.find(({ bytes }) => bytes < size)?.page);
    expect(less).toMatch(/^Details of \d+ of \d+ models shown, all \d+ in the JSON report$/m);
  });

  const ends = reductions.map((reduction, index) => ({
    ...reduction,
    end: steps.findLast((step) => step.reduction === index),
  }));

  test.each(ends.filter(({ end }) => end !== undefined))(
    'after giving up $part beyond $keep: a byte less, the same, a byte more',
    ({ end }) => {
      const size = end?.bytes ?? 0;
      for (const budgetBytes of [size - 1, size, size + 1]) {
        const expected = expectedAt(budgetBytes);
        if (expected === undefined) continue;
        const page = render(budgetBytes);
        expect(page).toBe(expected);
        expect(readMarkdown(page).problems).toEqual([]);
      }
      expect(render(size)).toBe(end?.page);
      if (end !== steps.at(-1)) expect(render(size - 1)).not.toBe(end?.page);
    },
  );

  test('below the last step the verdict is left', () => {
    const size = steps.at(-1)?.bytes ?? 0;
    const verdict = `${steps[0]?.page.split('\n')[0]}\n`;
    expect(render(size - 1)).toBe(verdict);
    expect(render(utf8Bytes(verdict))).toBe(verdict);
    expect(() => render(utf8Bytes(verdict) - 1)).toThrow(RangeError);
  });
});

test('both reports together take every step there is', () => {
  const taken = new Set([...listSteps(report), ...listSteps(withReasons)].map(({ reduction }) => reduction));
  expect(reductions.filter((_, index) => !taken.has(index))).toEqual([]);
});
