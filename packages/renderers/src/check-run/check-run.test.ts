import { hostileStrings } from '@topodiff/testkit';
import type { Report, ReportFinding } from '@topodiff/report';
import { limits } from '../limits.ts';
import { markdownCheckRun } from '../markdown/markdown-check-run.ts';
import { utf8Bytes } from '../reading/utf8-bytes.ts';
import { reportOfText } from '../testing/hostile-report.ts';
import { largeReport } from '../testing/large-report.ts';
import { readMarkdown } from '../testing/read-markdown.ts';
import { removedModel } from '../testing/sample-models.ts';
import {
  message,
  range,
  sampleFinding,
  sampleModel,
  sampleReport,
  sampleSide,
} from '../testing/sample-parts.ts';
import { sampleReports } from '../testing/sample-reports.ts';
import { describeCheckRun } from './check-run.ts';

const head = sampleSide('1 GPU', null, { declared: 1, effective: 1 });
const helpUrl = 'https://github.com/topodiff/topodiff/blob/main/docs/rules/some-rule.md';

function reportOf(...findings: readonly ReportFinding[]): Report {
  return sampleReport({
    models: [sampleModel({ path: 'a.yaml', label: '1 GPU', head, findings: [...findings] })],
  });
}

function finding(more: Partial<ReportFinding>): ReportFinding {
  return sampleFinding({
    ruleId: 'some-rule',
    severity: 'error',
    messageParts: message`it is ${'8'}`,
    range: range(3, 5, 8),
    ...more,
  });
}

function annotationOf(more: Partial<ReportFinding>) {
  const [annotation] = describeCheckRun(reportOf(finding(more)), {}).annotations;
  if (annotation === undefined) throw new Error('the finding has no annotation');
  return annotation;
}

describe('the title and the conclusion', () => {
  test.each([
    ['empty', 'neutral', 'No topology change'],
    ['no-effect', 'neutral', 'No topology change'],
    ['topology-change', 'success', 'tp 4 GPUs → pptp 8 GPUs, 1 warning'],
    ['quoted-number', 'failure', 'tp 4 GPUs → tp 8 GPUs (runs 1 GPU), 1 blocking, 1 warning'],
    ['pull-request', 'failure', '5 of 7 models change, 1 blocking, 2 warnings'],
    ['policy', 'failure', '2 of 14 models change, over the GPU budget, 1 blocking, 3 warnings'],
    ['incomplete', 'failure', 'The list of changed files is incomplete: GitHub cut the tree.'],
    ['check', 'failure', '4 models checked, 2 blocking'],
    ['check-clean', 'success', '1 model checked'],
  ])('of %s', (name, conclusion, title) => {
    expect(describeCheckRun(sampleReports[name] ?? sampleReport({}), {})).toMatchObject({
      conclusion,
      title,
    });
  });

  test('of a success that waits for approvals', () => {
    const { approvals, models } = sampleReports['approved'] ?? sampleReport({});
    const required = (approvals?.required ?? []).map((change) => ({ ...change, approval: null }));
    const waiting = (count: number, more: Partial<Report> = {}) =>
      sampleReport({
        models,
        ...more,
        approvals: {
          state: 'pending',
          isAdvisory: false,
          rules: {
            permission: 'maintain',
            users: ['olga'],
            teams: ['acme/ml-platform'],
            isAuthorAllowed: false,
          },
          refused: [],
          remarks: [],
          required: Array.from({ length: count }, () => required).flat(),
        },
      });
    expect(describeCheckRun(waiting(1), {}).title).toBe(
      'Waits for an approval: tp 4 GPUs → pptp 8 GPUs, 1 warning',
    );
    expect(describeCheckRun(waiting(2), {}).title).toMatch(/^Waits for 2 approvals: /);
    // Nothing changes against the merge base, and something against the tip.
    const { title, summary } = describeCheckRun(waiting(1, { conclusion: 'neutral' }), {});
    expect(title).toBe('Waits for an approval: base has moved on');
    expect(summary).toMatch(/^### ⏳ Topology review waits for an approval: base has moved on\n/);
  });
});

describe('an annotation', () => {
  test('is the finding on its lines', () => {
    expect(annotationOf({ suggestionParts: message`Write ${8}.` })).toEqual({
      path: 'a.yaml',
      start_line: 3,
      end_line: 3,
      start_column: 5,
      end_column: 8,
      annotation_level: 'failure',
      title: 'some-rule',
      message: 'it is 8\nFix: Write 8.',
      raw_details: helpUrl,
    });
  });

  test('over several lines has no columns, and ends on the last line that it shows', () => {
    expect(annotationOf({ range: range(2, 3, 1, 6), helpUrl: null })).toEqual({
      path: 'a.yaml',
      start_line: 2,
      end_line: 5,
      annotation_level: 'failure',
      title: 'some-rule',
      message: 'it is 8',
    });
  });

  test.each([
    ['error', 'failure'],
    ['warning', 'warning'],
    ['info', 'notice'],
  ] as const)('of the severity %s has the level %s', (severity, level) => {
    expect(annotationOf({ severity }).annotation_level).toBe(level);
  });

  test.each([
    [
      { by: 'policy', owner: 'alice', until: '2027-01-31', reason: 'local\nweights', state: 'counts' },
      'notice',
      'Accepted by alice (policy, until 2027-01-31): local\\nweights',
    ],
    [
      { by: 'comment', owner: null, until: null, reason: '', state: 'counts' },
      'notice',
      'Accepted (comment in the file)',
    ],
    [
      { by: 'comment', owner: null, until: '2026-10-31', reason: 'short', state: 'expired' },
      'failure',
      'No longer accepted after 2026-10-31 (comment in the file): short',
    ],
    [
      { by: 'comment', owner: null, until: '2026-10-31', reason: 'short', state: 'not-merged' },
      'failure',
      'Not accepted before the comment is merged (comment in the file, until 2026-10-31): short',
    ],
  ] as const)('says what became of an acceptance: %j', (acceptance, level, line) => {
    expect(annotationOf({ acceptance })).toMatchObject({
      annotation_level: level,
      message: `it is 8\n${line}`,
    });
  });

  test('keeps the name of its file as it is, save what JSON cannot carry', () => {
    const path = 'a b/ü/\u202e\ud800.yaml';
    const report = sampleReport({
      models: [sampleModel({ path, label: '', head, findings: [finding({})] })],
    });
    expect(describeCheckRun(report, {}).annotations.map((annotation) => annotation.path)).toEqual([
      'a b/ü/\u202e\ufffd.yaml',
    ]);
  });
});

test('options made for a comment bring no marker and no budget', () => {
  const options = { marker: '<!-- topodiff -->', budgetBytes: 100, docsUrl: 'https://example.com/a' };
  expect(describeCheckRun(reportOf(finding({})), options)).toEqual(
    describeCheckRun(reportOf(finding({})), { docsUrl: 'https://example.com/a' }),
  );
});

test('removed files and resolved findings have no lines to stand on', () => {
  const models = [{ ...removedModel, findings: [finding({})], resolvedFindings: [finding({})] }];
  expect(describeCheckRun(sampleReport({ models }), {}).annotations).toEqual([]);
});

test('1,000 findings are 1,000 annotations in the report’s order', () => {
  const severities = ['info', 'error', 'warning'] as const;
  const findings = Array.from({ length: 1000 }, (_, index) =>
    finding({ severity: severities[index % 3] ?? 'info', messageParts: message`number ${index}` }),
  );
  const { annotations, summary } = describeCheckRun(reportOf(...findings), {});
  expect(annotations.map((annotation) => annotation.message)).toEqual(
    findings.map((_, index) => `number ${index}`),
  );
  const advice = summary.split('\n').filter((line) => line.startsWith('- **info**')).length;
  expect(summary.split('\n').filter((line) => line.includes(' shown'))).toEqual([
    '10 of 333 findings shown, all 333 in the JSON report',
    `${advice} of 334 further findings shown, all 334 in the JSON report`,
  ]);
});

describe('limits', () => {
  test('a message of 100 KB is cut between characters, and what to do stays', () => {
    const annotation = annotationOf({
      messageParts: message`a${'😀'.repeat(25_000)}`,
      suggestionParts: message`Write ${8}.`,
    });
    // 64,000 bytes: `a`, 15,995 characters of four, `…` of three, 14 of the line below; two more find no room
    expect(annotation.message).toBe(`a${'😀'.repeat(15_995)}…\nFix: Write 8.`);
    expect(utf8Bytes(annotation.message)).toBe(63_998);
  });

  test.each([
    [63_999, ''],
    [64_000, ''],
    [64_001, '…'],
  ])('a message of %i bytes ends in %j', (bytes, end) => {
    const text = annotationOf({ message: 'x'.repeat(bytes) }).message;
    expect(text).toBe('x'.repeat(end === '' ? bytes : 63_997) + end);
  });

  test('titles of more than 255 bytes are cut', () => {
    const { title } = annotationOf({ ruleId: 'x'.repeat(256) });
    expect(title).toBe(`${'x'.repeat(252)}…`);
    expect(annotationOf({ ruleId: 'x'.repeat(255) }).title).toBe('x'.repeat(255));
    const reasons = [`${'ü'.repeat(126)}…`, 'ü'.repeat(128)];
    expect(
      reasons.map(
        (reason) => describeCheckRun(sampleReport({ conclusion: 'failure', reasons: [reason] }), {}).title,
      ),
    ).toEqual([reasons[0], `${'ü'.repeat(126)}…`]);
  });

  test('the summary stays under its own, with a ledger of what is left out', () => {
    const runUrl = 'https://github.com/octo-org/serving/actions/runs/812';
    const { summary } = describeCheckRun(largeReport(500), { runUrl });
    expect(utf8Bytes(summary)).toBeLessThanOrEqual(65_535);
    expect(summary.length).toBeGreaterThan(60_000);
    expect(readMarkdown(summary).problems).toEqual([]);
    expect(summary).toContain('of 500 blocking findings shown');
    expect(summary).toBe(markdownCheckRun.render(largeReport(500), { runUrl }));
  });
});

test.each(hostileStrings)('stays text: $name', ({ text }) => {
  const { title, summary, annotations } = describeCheckRun(reportOfText(text), {});
  const acting = /(?! )[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;
  expect(annotations.length).toBeGreaterThan(0);
  for (const line of [title, ...annotations.flatMap((each) => [each.title, ...each.message.split('\n')])]) {
    expect(line).not.toMatch(acting);
  }
  for (const { title: rule, message: words, path } of annotations) {
    expect(utf8Bytes(rule)).toBeLessThanOrEqual(limits.checkTitleBytes);
    expect(words.split('\n').length).toBeLessThanOrEqual(3);
    expect(path).toBe(text.replaceAll(/[\ud800-\udfff]/gu, '\ufffd'));
  }
  expect(utf8Bytes(title)).toBeLessThanOrEqual(limits.checkTitleBytes);
  expect(readMarkdown(summary).problems).toEqual([]);
});
