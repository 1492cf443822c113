import type { ReviewInput } from '../review-input.ts';
import { makePolicy } from '../testing/make-policy.ts';
import { makeModel, reviewModels, reviewTexts } from '../testing/review-texts.ts';

const clean = 'deviceType: cpu\nstartupTimeout: 100\nresponseTimeout: 100\nminWorkers: 1\nmaxWorkers: 1\n';
const error = `${clean}batchSize: "4"\n`;
const twoErrors = `${error}jobQueueSize: "4"\n`;
const warning = `${clean}maxRetryTimeoutInSec: 0\n`;
const oneSide = { comparison: undefined } as unknown as Partial<ReviewInput>; // as a caller without types leaves it out

describe('only new findings', () => {
  test.each([
    ['leave what base has alone', error, `# same\n${error}`, 'neutral'],
    ['block when one is new', error, twoErrors, 'failure'],
    ['block with their file', null, error, 'failure'],
  ] as const)('%s', async (_, base, head, conclusion) => {
    const policy = await makePolicy('only-new: true\n');
    expect(reviewTexts(base, head, { policy }).report.conclusion).toBe(conclusion);
  });

  test('are named alone among the reasons', async () => {
    const policy = await makePolicy('only-new: true\n');
    expect(reviewTexts(error, twoErrors, { policy }).report.reasons).toEqual([
      '1 error, and fail-on is error.',
    ]);
  });

  test('are all, where one side is read', async () => {
    const policy = await makePolicy('only-new: true\n');
    expect(reviewTexts(null, error, { policy, ...oneSide }).report.conclusion).toBe('failure');
  });
});

describe('the threshold', () => {
  test.each([
    ['fail-on: warning\n', 'error', 'warning', 'failure'],
    ['fail-on: never\n', 'warning', 'warning', 'failure'],
    ['fail-on: never\n', 'error', 'error', 'success'],
    ['', 'never', 'never', 'success'],
    ['fail-on: info\n', 'never', 'info', 'failure'],
  ] as const)('of %j, where the caller asks for %s', async (text, failOn, expected, conclusion) => {
    const { report } = reviewTexts(clean, warning, { policy: await makePolicy(text), failOn });
    expect([report.failOn, report.conclusion]).toEqual([expected, conclusion]);
  });
});

describe('the rules', () => {
  const found = async (text: string) =>
    reviewTexts(clean, warning, { policy: await makePolicy(text) }).model.findings.map(
      ({ ruleId, severity }) => `${severity} ${ruleId}`,
    );

  test('have the severities of the policy', async () => {
    expect(await found('')).toEqual(['warning max-retry-zero']);
    expect(await found('rules: {max-retry-zero: error}\n')).toEqual(['error max-retry-zero']);
    expect(await found('rules: {max-retry-zero: off}\n')).toEqual([]);
  });

  test('are those of its preset', async () => {
    const ids = async (text: string) =>
      reviewTexts(null, 'clientTimeoutInMills: 5\n', { policy: await makePolicy(text) }).model.findings.map(
        ({ ruleId }) => ruleId,
      );
    const recommended = await ids('');
    expect((await ids('preset: strict\n')).filter((id) => !recommended.includes(id))).toEqual([
      'plain-worker-not-isolated',
    ]);
  });
});

describe('the TorchServe version', () => {
  test('is that of the policy', async () => {
    const { report } = reviewTexts(clean, warning, { policy: await makePolicy('torchserve: 0.10.0\n') });
    expect(report.host.torchserveVersion).toBe('0.10.0');
  });

  test('is the caller’s, where two versions are compared on purpose', async () => {
    const host = { gpus: 8, cpuCores: 8, entry: 'startup', torchserveVersion: '0.12.0' } as const;
    const baseHost = { ...host, torchserveVersion: '0.11.0' } as const;
    const policy = await makePolicy('torchserve: 0.10.0\n');
    expect(reviewTexts(clean, warning, { policy, host, baseHost }).report.host.torchserveVersion).toBe(
      '0.12.0',
    );
  });
});

test('the report says which policy it was, and where it was read', async () => {
  const policy = await makePolicy('preset: strict\nonly-new: true\n');
  expect(reviewModels([makeModel(clean, warning)], { policy }).policy).toEqual({
    path: '.topodiff.yaml',
    revision: { name: 'main', sha: 'a'.repeat(40) },
    preset: 'strict',
    isOnlyNew: true,
  });
  expect(reviewModels([makeModel(clean, warning)]).policy).toBeNull();
});
