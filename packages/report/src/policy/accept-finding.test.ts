import { yaml } from '@topodiff/testkit';
import type { ReviewInput } from '../review-input.ts';
import type { ReportModel } from '../report.ts';
import { makePolicy } from '../testing/make-policy.ts';
import { makeModel, reviewModels, reviewTexts } from '../testing/review-texts.ts';

const path = 'serving/llama/model-config.yaml';
const oneSide = { comparison: undefined } as unknown as Partial<ReviewInput>; // as a caller without types leaves it out

/** A file with one error: `integer-key-wrong-type` at batchSize. */
const clean = 'deviceType: cpu\nstartupTimeout: 100\nresponseTimeout: 100\nminWorkers: 1\nmaxWorkers: 1\n';
const faulty = `${clean}batchSize: "4"\n`;
const ignore = '# topodiff-ignore integer-key-wrong-type -- a trial';
const ignored = faulty.replace('"4"', `"4" ${ignore}`);

const accepted = (until: string, paths = 'serving/**', rule = 'integer-key-wrong-type'): string => yaml`
  accepted:
    - rule: ${rule}
      paths: ["${paths}"]
      reason: a trial
      owner: alice
      until: ${until}
`;

function judge(model: ReportModel, ruleId = 'integer-key-wrong-type'): unknown {
  const finding = model.findings.find((candidate) => candidate.ruleId === ruleId);
  return finding === undefined ? null : [finding.acceptance?.state ?? 'none', finding.isBlocking];
}

describe('a finding that the policy accepts', () => {
  test.each([
    ['until tomorrow', '2026-11-28', ['counts', false], 'success'],
    ['until today', '2026-11-27', ['counts', false], 'success'],
    ['until yesterday blocks again', '2026-11-26', ['expired', true], 'failure'],
  ])('%s', async (_, until, judged, conclusion) => {
    const policy = await makePolicy(accepted(until));
    const { report, model } = reviewTexts(clean, faulty, { policy });
    expect(judge(model)).toEqual(judged);
    expect(report.conclusion).toBe(conclusion);
  });

  test('says by whom, why and until when', async () => {
    const policy = await makePolicy(accepted('2027-01-31'));
    expect(reviewTexts(clean, faulty, { policy }).model.findings[0]?.acceptance).toEqual({
      by: 'policy',
      reason: 'a trial',
      owner: 'alice',
      until: '2027-01-31',
      state: 'counts',
    });
  });

  test('blocks where no path names the file', async () => {
    const policy = await makePolicy(accepted('2027-01-31', 'other/**'));
    expect(judge(reviewTexts(clean, faulty, { policy }).model)).toEqual(['none', true]);
  });

  test('covers no other rule', async () => {
    const policy = await makePolicy(accepted('2027-01-31', '**', 'nproc-one'));
    expect(judge(reviewTexts(clean, faulty, { policy }).model)).toEqual(['none', true]);
  });

  test('is accepted by an entry that counts beside one that has expired', async () => {
    const entries = [accepted('2026-01-01'), accepted('2027-01-31').replace('accepted:\n', '')];
    const policy = await makePolicy(entries.join(''));
    expect(judge(reviewTexts(clean, faulty, { policy }).model)).toEqual(['counts', false]);
  });
});

describe('a finding that a comment accepts', () => {
  test.each([
    ['stood at base', ignored, ['counts', false]],
    ['is new', faulty, ['not-merged', true]],
    ['is new with its file', null, ['not-merged', true]],
    ['is new with its key', clean, ['not-merged', true]],
    ['stood at base on another line', `# first\n\n${ignored}`, ['counts', false]],
    ['stood at base above its key', faulty.replace('batchSize', `${ignore}\nbatchSize`), ['counts', false]],
    ['stood at base with another value', ignored.replace('"4"', '"8"'), ['counts', false]],
    [
      'stood at base at another key',
      `${clean}jobQueueSize: "4" ${ignore}\nbatchSize: "4"\n`,
      ['not-merged', true],
    ],
    ['stood at base with another reason', ignored.replace('a trial', 'no trial'), ['not-merged', true]],
    [
      'stood at base with a day',
      ignored.replace('a trial', 'a trial until 2027-01-31'),
      ['not-merged', true],
    ],
    [
      'stood at base for another rule',
      ignored.replace('integer-key-wrong-type', 'nproc-one'),
      ['not-merged', true],
    ],
    [
      'cannot be compared with a base that nobody can read',
      { kind: 'unreadable', reason: 'symlink', detail: 'it is a link' } as const,
      ['not-merged', true],
    ],
  ])('which %s', (_, base, judged) => {
    expect(judge(reviewTexts(base, ignored).model)).toEqual(judged);
  });

  test('says why and until when', () => {
    const text = ignored.replace('a trial', 'a trial until 2027-01-31');
    expect(reviewTexts(text, text).model.findings[0]?.acceptance).toEqual({
      by: 'comment',
      reason: 'a trial',
      owner: null,
      until: '2027-01-31',
      state: 'counts',
    });
  });

  test.each([
    ['2026-11-28', ['counts', false]],
    ['2026-11-27', ['counts', false]],
    ['2026-11-26', ['expired', true]],
  ])('until %s', (until, judged) => {
    const text = ignored.replace('a trial', `a trial until ${until}`);
    expect(judge(reviewTexts(text, text).model)).toEqual(judged);
    expect(judge(reviewTexts(null, text, oneSide).model)).toEqual(judged);
  });

  test('counts at once where one side is read', () => {
    const { report, model } = reviewTexts(null, ignored, oneSide);
    expect(judge(model)).toEqual(['counts', false]);
    expect(report.notices).toEqual([]);
  });

  test('moves with a renamed file', () => {
    const [model] = reviewModels([
      makeModel(ignored, ignored, { path: 'b/model-config.yaml', previousPath: path }),
    ]).models;
    expect(model === undefined ? null : judge(model)).toEqual(['counts', false]);
  });

  test('reads the same with CRLF', () => {
    const crlf = ignored.replaceAll('\n', '\r\n');
    expect(judge(reviewTexts(ignored, crlf).model)).toEqual(['counts', false]);
  });

  test('is not accepted by a comment of its section, when the key is new', () => {
    const torchrun = (body: string): string =>
      `torchrun: # topodiff-ignore nproc-per-node-invalid -- so\n  OMP_NUMBER_THREADS: 1\n${body}parallelType: tp\n`;
    const nproc = '  nproc-per-node: "4" # topodiff-ignore nproc-per-node-invalid -- so\n';
    const { model } = reviewTexts(torchrun(''), torchrun(nproc));
    expect(judge(model, 'nproc-per-node-invalid')).toEqual(['not-merged', true]);
  });

  test('about a key that is missing is accepted at the head of the file', () => {
    const text =
      '# Our model.\n# topodiff-ignore workers-unset-uses-all -- one model per host\ndeviceType: cpu\n';
    const { model, report } = reviewTexts(text, text, { failOn: 'info' });
    expect(judge(model, 'workers-unset-uses-all')).toEqual(['counts', false]);
    expect(report.notices).toEqual([]);
  });

  test('about the text and no key of it is accepted where the text of the line is the same', () => {
    const text = 'batchSize: 1\n1: 3 # topodiff-ignore yaml-non-string-key -- so\n';
    expect(judge(reviewTexts(text, `# more\n${text}`).model, 'yaml-non-string-key')).toEqual([
      'counts',
      false,
    ]);
    const changed = text.replace('1: 3', '2: 3');
    expect(judge(reviewTexts(text, changed).model, 'yaml-non-string-key')).toEqual(['not-merged', true]);
  });
});

describe('a notice about a comment', () => {
  test.each([
    [
      'that is new',
      faulty,
      ignored,
      [
        `inline-ignore-new info ${path}:6:16: topodiff-ignore of integer-key-wrong-type (a trial) is new in this pull request and lowers nothing until it is merged.`,
      ],
    ],
    [
      'that moved to another key',
      `${clean}jobQueueSize: "4" ${ignore}\n`,
      ignored,
      [
        `inline-ignore-new info ${path}:6:16: topodiff-ignore of integer-key-wrong-type (a trial) is new in this pull request and lowers nothing until it is merged.`,
      ],
    ],
    ['that stood at base', ignored, ignored, []],
    ['that has expired', faulty, ignored.replace('trial', 'trial until 2026-01-01'), []],
    [
      'that accepts nothing any more',
      ignored,
      ignored.replace('"4"', '4'),
      [
        `inline-ignore-unused info ${path}:6:14: topodiff-ignore of integer-key-wrong-type is about no finding any more and can go.`,
      ],
    ],
    [
      'of which one rule accepts nothing',
      ignored.replace('-type', '-type nproc-one'),
      ignored.replace('-type', '-type nproc-one'),
      [
        `inline-ignore-unused info ${path}:6:16: topodiff-ignore of nproc-one is about no finding any more and can go.`,
      ],
    ],
    [
      'that names no rule that exists',
      clean,
      `${clean}# topodiff-ignore nproc-on -- so\n`,
      [
        `inline-ignore-invalid warning ${path}:6:1: topodiff-ignore: no rule is called "nproc-on"; did you mean nproc-one?`,
      ],
    ],
    [
      'without a reason',
      clean,
      `${clean}# topodiff-ignore nproc-one\n`,
      [
        `inline-ignore-invalid warning ${path}:6:1: topodiff-ignore gives no reason: write \`# topodiff-ignore rule-id -- reason until 2027-01-31\`.`,
      ],
    ],
  ])('%s', (_, base, head, notices) => {
    expect(
      reviewTexts(base, head).report.notices.map(
        ({ code, severity, message }) => `${code} ${severity} ${message}`,
      ),
    ).toEqual(notices);
  });

  test('that are many are counted', () => {
    const { notices } = reviewTexts(
      clean,
      `${clean}${'# topodiff-ignore nproc-one -- so\n'.repeat(30)}`,
    ).report;
    expect(notices).toHaveLength(21);
    expect(notices.at(-1)?.message).toBe(`${path}: 10 more topodiff-ignore comments of this kind.`);
  });
});
