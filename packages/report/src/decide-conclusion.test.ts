import { decideConclusion } from './decide-conclusion.ts';
import { makeModel, reviewModels, reviewTexts } from './testing/review-texts.ts';

const clean = 'deviceType: cpu\nstartupTimeout: 100\nresponseTimeout: 100\n';
const error = `${clean}batchSize: "4"\n`;
const warning = `${clean}maxRetryTimeoutInSec: 0\n`;

describe('conclusion', () => {
  test.each([
    ['a comment alone changes nothing', clean, `# same\n${clean}`, 'error', 'neutral'],
    ['a change without a finding', clean, `${clean}jobQueueSize: 5\n`, 'error', 'success'],
    ['a change without an effect is one', clean, `${clean}batchSize: 1\n`, 'error', 'success'],
    ['an error', clean, error, 'error', 'failure'],
    ['an error that base has as well', error, `# same\n${error}`, 'error', 'failure'],
    ['an error that went', error, clean, 'error', 'success'],
    ['a warning below the threshold', clean, warning, 'error', 'success'],
    ['a warning at the threshold', clean, warning, 'warning', 'failure'],
    ['a warning above the threshold', clean, warning, 'info', 'failure'],
    ['an error and no threshold', clean, error, 'never', 'success'],
  ] as const)('%s', (_, base, head, failOn, conclusion) => {
    expect(reviewTexts(base, head, { failOn }).report.conclusion).toBe(conclusion);
  });

  test('says what blocks, and how much of it is older', () => {
    expect(reviewTexts(clean, error).report.reasons).toEqual(['1 error, and fail-on is error.']);
    expect(reviewTexts(error, error).report.reasons).toEqual([
      '1 error (at base as well), and fail-on is error.',
    ]);
    expect(reviewTexts(error, `${error}jobQueueSize: "4"\n`).report.reasons).toEqual([
      '2 errors (1 at base as well), and fail-on is error.',
    ]);
  });

  test('no file at all: nothing changes, and without a comparison nothing is wrong', () => {
    expect(reviewModels([])).toMatchObject({ conclusion: 'neutral', models: [] });
    expect(
      decideConclusion({ models: [], notices: [], budgets: [], failOn: 'error', isComparison: false })
        .conclusion,
    ).toBe('success');
  });

  test('a report that is incomplete fails whatever the threshold', () => {
    const notices = [{ code: 'tree-truncated', severity: 'error' as const, message: 'The tree is cut.' }];
    const report = reviewModels([makeModel(clean, clean)], { notices, failOn: 'never' });
    expect(report).toMatchObject({ conclusion: 'failure', reasons: ['The tree is cut.'] });
  });

  test('a warning about the report is none about the models', () => {
    const notices = [{ code: 'no-comment', severity: 'warning' as const, message: 'No comment.' }];
    expect(reviewModels([], { notices }).conclusion).toBe('neutral');
  });

  test('what could not be read may have changed', () => {
    const link = { kind: 'unreadable', reason: 'symlink', detail: 'it is a link', sha: '1' } as const;
    expect(reviewTexts(link, clean).report.conclusion).toBe('success');
    expect(reviewTexts(link, { ...link, sha: '2' }, { failOn: 'never' }).report.conclusion).toBe('success');
    expect(reviewTexts(link, link, { failOn: 'never' }).report.conclusion).toBe('neutral');
  });
});
