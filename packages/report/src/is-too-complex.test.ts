import { isTooComplex } from './is-too-complex.ts';
import { makeModel, reviewModels, reviewTexts } from './testing/review-texts.ts';

const long = `deviceIds: [${'0,'.repeat(700_000)}0]\n`;

test.each([
  ['a list of 700,000 numbers', long, true],
  ['700,000 entries of a list', '- a\n'.repeat(700_000), true],
  ['3 MiB of keys and values', 'some_key: 1\n'.repeat(262_144), false],
  ['3 MiB of brackets', '['.repeat(3_145_728), false],
  ['3 MiB of text', 'x'.repeat(3_145_728), false],
  ['3 MiB of line breaks', '\n'.repeat(3_145_728), false],
])('%s', (_, text, expected) => {
  expect(isTooComplex(text)).toBe(expected);
});

test('such a file is a finding, at head and at base, and hides no other', () => {
  const report = reviewModels([
    makeModel('batchSize: 1\n', long),
    makeModel('batchSize: 1\n', 'batchSize: 2\n', { path: 'b/model-config.yaml' }),
  ]);
  expect(report.models.map(({ findings }) => findings.map(({ ruleId }) => ruleId))).toEqual([
    ['input/too-complex'],
    expect.not.arrayContaining(['input/too-complex']),
  ]);
  expect(report.conclusion).toBe('failure');
  expect(reviewTexts(long, 'batchSize: 1\n').report.notices.map(({ message }) => message)).toEqual([
    'What changes in serving/llama/model-config.yaml is unknown: at base, it could not be reviewed.',
  ]);
});
