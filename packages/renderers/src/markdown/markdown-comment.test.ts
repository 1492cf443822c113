import fc from 'fast-check';
import { hostileStrings } from '@topodiff/testkit';
import { limits } from '../limits.ts';
import { reportOfText } from '../testing/hostile-report.ts';
import { largeReport } from '../testing/large-report.ts';
import { readMarkdown } from '../testing/read-markdown.ts';
import { quotedModel } from '../testing/sample-models.ts';
import { sampleReport } from '../testing/sample-parts.ts';
import { sampleReports } from '../testing/sample-reports.ts';
import { markdownComment } from './markdown-comment.ts';
import { markdownSummary } from './markdown-summary.ts';
import { utf8Bytes } from '../reading/utf8-bytes.ts';

const runUrl = 'https://github.com/octo-org/serving/actions/runs/812';

function linesOf(page: string, pattern: RegExp): readonly string[] {
  return page.split('\n').filter((line) => pattern.test(line));
}

describe('the verdict', () => {
  test.each([
    ['empty', '### ✅ No topology change'],
    ['no-effect', '### ✅ No topology change'],
    ['topology-change', '### ✅ Topology review passed: tp 4 GPUs → pptp 8 GPUs, 1 warning'],
    [
      'quoted-number',
      '### ❌ Topology review failed: tp 4 GPUs → tp 8 GPUs (runs 1 GPU), 1 blocking, 1 warning',
    ],
    ['pull-request', '### ❌ Topology review failed: 5 of 7 models change, 1 blocking, 2 warnings'],
    [
      'incomplete',
      '### ❌ Topology review failed: The list of changed files is incomplete: GitHub cut the tree.',
    ],
    ['check', '### ❌ Topology review failed: 4 models checked, 2 blocking'],
    ['check-clean', '### ✅ Topology review passed: 1 model checked'],
  ])('of %s is %j', (name, verdict) => {
    const report = sampleReports[name] ?? sampleReport({});
    expect(markdownComment.render(report, {}).split('\n')[0]).toBe(verdict);
  });
});

describe('links', () => {
  test('without a repository there are none but to rules', () => {
    const { links } = readMarkdown(markdownComment.render(sampleReport({ models: [quotedModel] }), {}));
    expect(links.filter((link) => !link.includes('/docs/rules/'))).toEqual([]);
  });

  test('go to the lines of the head commit that the options name', () => {
    const page = markdownComment.render(sampleReport({ models: [quotedModel] }), {
      repositoryUrl: 'https://ghe.example/a/b/',
      headSha: 'abc123',
    });
    expect(readMarkdown(page).links).toContain(
      'https://ghe.example/a/b/blob/abc123/serving/mixtral/model-config.yaml#L9',
    );
  });
});

test('lines of the file cannot leave their fence', () => {
  const hunk = { baseStart: 1, baseLines: 1, headStart: 1, headLines: 2 };
  const model = { ...quotedModel, textHunks: [{ ...hunk, lines: [' ```', '+@octocat', '-````'] }] };
  const page = markdownComment.render(sampleReport({ models: [model] }), {});
  const { texts, problems } = readMarkdown(page);
  expect(problems).toEqual([]);
  expect(texts.filter((text) => text.includes('@octocat'))).toEqual([]);
  expect(page).toContain('\n`````diff\n@@ -1,1 +1,2 @@\n ```\n+@octocat\n-````\n`````\n');
});

describe('the budget', () => {
  const report = largeReport(47);
  const whole = markdownSummary.render(report, {});

  test('all 47 models are in the summary', () => {
    expect(linesOf(whole, /^\| `serving\/model-/)).toHaveLength(47);
    expect(linesOf(whole, /^<details><summary><code>/)).toHaveLength(47);
    expect(linesOf(whole, /shown/)).toEqual([]);
  });

  test.each([60_000, 30_000, 20_000, 10_000, 4_000, 1_000])('of %i bytes holds', (budgetBytes) => {
    const page = markdownComment.render(report, { budgetBytes, runUrl });
    expect(utf8Bytes(page)).toBeLessThanOrEqual(budgetBytes);
    expect(readMarkdown(page).problems).toEqual([]);
  });

  test('what is left out is counted exactly, and the reader told where it is', () => {
    const page = markdownComment.render(report, { budgetBytes: 12_000, runUrl });
    const rest = (all: number) => `, all ${all} in the [job summary](${runUrl})`;
    const blocking = linesOf(page, /^- \*\*error\*\*/).length;
    expect(linesOf(page, /^\| `serving\/model-/)).toHaveLength(30);
    expect(blocking).toBeLessThan(47);
    expect(blocking).toBeGreaterThanOrEqual(10);
    expect(linesOf(page, /shown/)).toEqual([
      `30 of 47 models shown${rest(47)}`,
      `${blocking} of 47 blocking findings shown${rest(47)}`,
      `None of 94 findings shown${rest(94)}`,
      `None of 47 further findings shown${rest(47)}`,
      `Details of none of 47 models shown${rest(47)}`,
      `None of 4 skipped files shown${rest(4)}`,
    ]);
  });

  test('what the job summary has no room for is in the JSON report, as is everything without a run', () => {
    const many = largeReport(1200);
    const ledgers = linesOf(markdownComment.render(many, { runUrl }), / shown, /);
    expect(ledgers[0]).toBe(`50 of 1200 models shown, all 1200 in the [job summary](${runUrl})`);
    const details = 'Details of none of 1200 models shown, all 1200 in the JSON report';
    expect(ledgers.at(-2)).toBe(details);
    expect(linesOf(markdownSummary.render(many, {}), / shown, /).at(-1)).toBe(details);
    expect(linesOf(markdownComment.render(report, { budgetBytes: 12_000 }), / shown, /)[0]).toBe(
      '30 of 47 models shown, all 47 in the JSON report',
    );
  });

  test('one that is left out is one, and of files that change a model three are named', () => {
    const skipped = [{ path: 'a.yaml', reason: 'x'.repeat(300) }];
    const changedRelatedFiles = ['a', 'b', 'c', 'd', 'e'];
    const one = sampleReport({
      models: [{ ...quotedModel, status: 'unchanged', changedRelatedFiles }],
      skipped,
    });
    const page = markdownComment.render(one, { budgetBytes: 1_400 });
    expect(page).toContain('None of 1 skipped file shown, it is in the JSON report');
    expect(markdownComment.render(one, {})).toContain(
      '(through `a`, `b`, `c` and 2 more files; its own file stays)',
    );
  });

  test('to the byte: a page fits a budget of its size, and one byte less gives a shorter one', () => {
    const small = largeReport(3, '|`@a\n');
    let size = utf8Bytes(markdownComment.render(small, {}));
    let pages = 0;
    for (;;) {
      expect(utf8Bytes(markdownComment.render(small, { budgetBytes: size }))).toBe(size);
      pages += 1;
      let shorter: string;
      try {
        shorter = markdownComment.render(small, { budgetBytes: size - 1 });
      } catch (error) {
        expect(error).toBeInstanceOf(RangeError);
        break;
      }
      expect(readMarkdown(shorter).problems).toEqual([]);
      expect(utf8Bytes(shorter)).toBeLessThan(size);
      size = utf8Bytes(shorter);
    }
    expect(pages).toBeGreaterThan(10);
  });

  test('any number of models with any text stays balanced and under the limit', () => {
    const text = fc.oneof(
      fc.constantFrom(...hostileStrings.map((hostile) => hostile.text)),
      fc.string({ unit: 'binary', maxLength: 40 }),
    );
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 80 }), text, (count, hostile) => {
        const page = markdownComment.render(largeReport(count, hostile), { runUrl });
        expect(utf8Bytes(page)).toBeLessThanOrEqual(limits.commentBytes);
        expect(readMarkdown(page).problems).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });

  test('any text in every field of the report stays text', () => {
    const piece = fc.constantFrom(
      '```',
      '`',
      '|',
      '\\',
      '<b>',
      '</details>',
      '@a',
      '#1',
      '[x](y)',
      '**',
      '_',
      '~~~',
      '\n',
      '$',
      '&lt;',
      '- ',
      'a',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const page = markdownSummary.render(reportOfText(pieces.join('')), {});
        expect(readMarkdown(page).problems).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });
});
