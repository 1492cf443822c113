import type { ReportFinding } from '@topodiff/report';
import {
  message,
  range,
  sampleFinding,
  sampleModel,
  sampleReport,
  sampleSide,
} from '../testing/sample-parts.ts';
import { removedModel } from '../testing/sample-models.ts';
import { githubAnnotations, type GithubAnnotationOptions } from './github-annotations.ts';

const side = sampleSide('1 GPU', null, { declared: 1, effective: 1 });

function findings(
  severity: ReportFinding['severity'],
  count: number,
  more: Partial<ReportFinding> = {},
): ReportFinding[] {
  return Array.from({ length: count }, (_, index) =>
    sampleFinding({
      ruleId: severity,
      severity,
      messageParts: message`number ${index}`,
      range: range(index + 1, 1, 4),
      ...more,
    }),
  );
}

function linesOf(...all: ReportFinding[]): readonly string[] {
  return linesWith({}, ...all);
}

function linesWith(options: GithubAnnotationOptions, ...all: ReportFinding[]): readonly string[] {
  const models = [sampleModel({ path: 'a.yaml', label: '1 GPU', head: side, findings: all })];
  return githubAnnotations.render(sampleReport({ models }), options).split('\n').slice(0, -1);
}

test('one command, its properties escaped, the suggestion on a line of its own', () => {
  const report = sampleReport({
    models: [
      sampleModel({
        path: 'a,b:c/100%.yaml',
        label: '1 GPU',
        head: side,
        findings: [
          sampleFinding({
            ruleId: 'some-rule',
            severity: 'info',
            messageParts: message`50% of ${'a,b:c'}`,
            suggestionParts: message`Write ${8}.`,
            range: range(3, 5, 8),
          }),
        ],
      }),
    ],
  });
  expect(githubAnnotations.render(report, {})).toBe(
    '::notice file=a%2Cb%3Ac/100%25.yaml,line=3,endLine=3,col=5,endColumn=8,title=some-rule::50%25 of a,b:c%0AFix: Write 8.\n',
  );
});

test('a finding over several lines has no columns, and ends on the last line that it shows', () => {
  expect(linesOf(...findings('error', 1, { range: range(2, 3, 1, 6) }))).toEqual([
    '::error file=a.yaml,line=2,endLine=5,title=error::number 0',
  ]);
});

test('ten of each kind are all written', () => {
  const lines = linesOf(...findings('error', 10), ...findings('warning', 10), ...findings('info', 10));
  expect(lines).toHaveLength(30);
});

test('of more, the ten worst of each kind and a notice that counts the rest', () => {
  const lines = linesOf(...findings('error', 13), ...findings('warning', 3), ...findings('info', 12));
  expect(lines.filter((line) => line.startsWith('::error'))).toHaveLength(10);
  expect(lines.filter((line) => line.startsWith('::warning'))).toHaveLength(3);
  expect(lines.filter((line) => line.startsWith('::notice'))).toHaveLength(10);
  expect(lines.at(-1)).toBe(
    '::notice title=topodiff::3 errors, 3 info more without annotation: see the job summary.',
  );
});

test('why there is no check run is said after what finds no room', () => {
  const reason = 'the token lacks checks: write\n::error::x';
  const escaped = 'the token lacks checks: write\\n::error::x';
  expect(linesWith({ reason }, ...findings('error', 11)).at(-1)).toBe(
    `::notice title=topodiff::1 error more without annotation: see the job summary. No check run was written: ${escaped}.`,
  );
  expect(linesWith({ reason })).toEqual([`::notice title=topodiff::No check run was written: ${escaped}.`]);
});

test('a last notice takes the place of the tenth', () => {
  expect(linesWith({ reason: 'no' }, ...findings('info', 9))).toHaveLength(10);
  const lines = linesWith({ reason: 'no', remainderPlace: 'the report' }, ...findings('info', 10));
  expect(lines).toHaveLength(10);
  expect(lines.at(-1)).toBe(
    '::notice title=topodiff::1 info more without annotation: see the report. No check run was written: no.',
  );
});

test('an accepted finding is a notice that says so, as in a check run', () => {
  const acceptance = { by: 'policy', owner: 'mia', until: '2027-01-31', reason: 'a test model' } as const;
  const lines = linesOf(
    ...findings('error', 1, { acceptance: { ...acceptance, state: 'counts' } }),
    ...findings('error', 1, { acceptance: { ...acceptance, until: '2026-10-31', state: 'expired' } }),
  );
  expect(lines).toEqual([
    '::notice file=a.yaml,line=1,endLine=1,col=1,endColumn=4,title=error::number 0%0AAccepted by mia (policy, until 2027-01-31): a test model',
    '::error file=a.yaml,line=1,endLine=1,col=1,endColumn=4,title=error::number 0%0ANo longer accepted after 2026-10-31 by mia (policy): a test model',
  ]);
});

test('accepted findings take no place of the ten worst', () => {
  const acceptance = { by: 'comment', owner: null, until: null, reason: 'x', state: 'counts' } as const;
  const lines = linesOf(
    ...findings('error', 10, { acceptance }),
    ...findings('error', 10, { ruleId: 'new' }),
  );
  expect(lines.filter((line) => line.startsWith('::error'))).toHaveLength(10);
  expect(lines.filter((line) => line.startsWith('::notice'))).toHaveLength(10);
  const more = linesOf(...findings('error', 11, { acceptance }), ...findings('info', 2));
  expect(more.filter((line) => line.startsWith('::'))).toHaveLength(10);
  expect(more.at(-1)).toContain('4 accepted more without annotation: see the job summary.');
});

test('findings that base has already give way to new ones, but keep their place', () => {
  const lines = linesOf(
    ...findings('error', 10, { isInBase: true, ruleId: 'old' }),
    ...findings('error', 2, { ruleId: 'new' }),
  );
  expect(lines.filter((line) => line.includes('title=old'))).toHaveLength(8);
  expect(lines.filter((line) => line.includes('title=new'))).toHaveLength(2);
  expect(lines.at(-2)).toContain('title=new');
});

test('a removed file and a resolved finding have no line to stand on', () => {
  const report = sampleReport({
    models: [{ ...removedModel, findings: findings('error', 1), resolvedFindings: findings('error', 1) }],
  });
  expect(githubAnnotations.render(report, {})).toBe('');
});
