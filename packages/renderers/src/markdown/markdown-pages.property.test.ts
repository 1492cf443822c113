import fc from 'fast-check';
import { hostileStrings } from '@topodiff/testkit';
import type { Report } from '@topodiff/report';
import { limits } from '../limits.ts';
import { utf8Bytes } from '../reading/utf8-bytes.ts';
import { countExpected } from '../testing/count-expected.ts';
import { countItems } from '../testing/count-items.ts';
import { hostileFleet, type FleetShape } from '../testing/hostile-fleet.ts';
import { readMarkdown } from '../testing/read-markdown.ts';
import { markdownCheckRun } from './markdown-check-run.ts';
import { markdownComment } from './markdown-comment.ts';
import { markdownParts } from './markdown-part.ts';
import { markdownSummary } from './markdown-summary.ts';

const runUrl = 'https://github.com/octo-org/serving/actions/runs/812';
const repositoryUrl = 'https://github.com/octo-org/serving';
const marker = '<!-- topodiff key=default -->';
const summaryPlace = `[job summary](${runUrl})`;

const text = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...hostileStrings.map((hostile) => hostile.text)) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 200 }) },
  {
    weight: 1,
    arbitrary: fc
      .array(fc.constantFrom(...hostileStrings.map(({ text }) => text)), { maxLength: 3 })
      .map((texts) => texts.join('')),
  },
);
const few = fc.oneof(fc.constantFrom(0, 1, 2, 10, 11), fc.nat({ max: 60 }));

function shapes(models: fc.Arbitrary<number>): fc.Arbitrary<FleetShape> {
  return fc.record({
    models,
    texts: fc.array(text, { minLength: 1, maxLength: 40 }),
    budgets: few,
    pools: few,
    required: few.map((count) => count + 1),
    refused: few,
    remarks: few,
    skipped: few,
    notices: few,
    reasons: few,
    untouched: few,
    isComparison: fc.boolean(),
    hasBlocking: fc.boolean(),
  });
}

/** The page is whole, within its budget, and says exactly what it leaves out and where that is. */
function checkPage(page: string, report: Report, budgetBytes: number): ReturnType<typeof countItems> {
  expect(utf8Bytes(page)).toBeLessThanOrEqual(budgetBytes);
  expect(readMarkdown(page).problems).toEqual([]);
  const counts = countItems(page);
  const expected = countExpected(report);
  const { shown, ledgers } = counts;
  for (const part of markdownParts) {
    const told = ledgers.filter((ledger) => ledger.part === part);
    // All unchanged models are one row.
    const visible = part === 'unchanged' && shown.unchanged === 1 ? expected.unchanged : (shown[part] ?? 0);
    const left = { part, shown: visible, all: expected[part] };
    if (visible === expected[part]) expect(told).toEqual([]);
    else expect(told.map(({ place: _place, ...numbers }) => numbers)).toEqual([left]);
  }
  return counts;
}

function checkReport(report: Report, commentBudget: number): void {
  const options = { repositoryUrl, runUrl, marker };
  const summary = checkPage(markdownSummary.render(report, { repositoryUrl }), report, limits.summaryBytes);
  expect(summary.ledgers.filter(({ place }) => place !== 'JSON report')).toEqual([]);
  const cutInSummary = new Set(summary.ledgers.map(({ part }) => part));
  const pages = [
    [markdownComment.render(report, options), limits.commentBytes],
    [markdownComment.render(report, { ...options, budgetBytes: commentBudget }), commentBudget],
    [markdownCheckRun.render(report, options), limits.checkSummaryBytes],
  ] as const;
  for (const [page, budgetBytes] of pages) {
    expect(page.length).toBeLessThanOrEqual(limits.commentCharacters);
    const { ledgers } = checkPage(page, report, budgetBytes);
    for (const { part, place } of ledgers) {
      expect([summaryPlace, 'JSON report']).toContain(place);
      if (cutInSummary.has(part)) expect(place).toBe('JSON report');
    }
    if (cutInSummary.size === 0 && utf8Bytes(markdownSummary.render(report, options)) < 1_000_000)
      expect(ledgers.filter(({ place }) => place !== summaryPlace)).toEqual([]);
  }
}

describe('with hostile text in every field, every page is within its budget, balanced, and its ledgers add up', () => {
  const budget = fc.integer({ min: 12_000, max: limits.commentBytes });

  test('for up to 100 models', () => {
    const models = fc.oneof(fc.constantFrom(0, 1, 2, 29, 30, 31, 49, 50, 51), fc.nat({ max: 100 }));
    fc.assert(
      fc.property(shapes(models), budget, (shape, budgetBytes) => {
        checkReport(hostileFleet(shape), budgetBytes);
      }),
      { numRuns: 60 },
    );
  });

  test.each([500, 5000])('for %i models', (models) => {
    fc.assert(
      fc.property(shapes(fc.constant(models)), budget, (shape, budgetBytes) => {
        checkReport(hostileFleet(shape), budgetBytes);
      }),
      { numRuns: models === 500 ? 6 : 2, endOnFailure: true },
    );
  });
});
