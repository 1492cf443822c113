import type { ModelInput, ReviewInput } from '../review-input.ts';
import { makePolicy } from '../testing/make-policy.ts';
import { makeModel, reviewModels } from '../testing/review-texts.ts';

const tp = (gpus: number): string =>
  `minWorkers: 1\nmaxWorkers: 1\nstartupTimeout: 600\nresponseTimeout: 600\nparallelType: tp\ntorchrun:\n  nproc-per-node: ${gpus}\n  OMP_NUMBER_THREADS: 4\n`;
const path = 'serving/llama/model-config.yaml';
const policy = await makePolicy('approvals:\n  require: [topology-change]\n  owners: [alice]\n');
const host = { gpus: 8, cpuCores: 32, entry: 'startup', torchserveVersion: '0.12.0' } as const;

/** The fingerprint of one change. */
function fingerprint(model: ModelInput, options: Partial<ReviewInput> = {}): string {
  const { approvals } = reviewModels([model], { policy, host, repositoryId: '4711', ...options });
  const [required, ...others] = approvals?.required ?? [];
  if (required === undefined || others.length > 0) throw new Error('One change needs an approval');
  return required.fingerprint;
}

const known = fingerprint(makeModel(tp(4), tp(8)));

test('it has 16 hexadecimal digits, and equal changes have equal ones', () => {
  expect(known).toMatch(/^[0-9a-f]{16}$/);
  expect(fingerprint(makeModel(tp(4), tp(8)))).toBe(known);
});

describe('an approval survives', () => {
  test.each<[string, ModelInput, Partial<ReviewInput>?]>([
    ['a rename', makeModel(tp(4), tp(8), { path: 'llms/llama.yaml', previousPath: path, isExplicit: true })],
    ['other comments at head', makeModel(tp(4), `# more\n${tp(8)}# less\n`)],
    ['other comments at base', makeModel(`# more\n${tp(4)}`, tp(8))],
    ['other lines', makeModel(tp(4), tp(8).replace('minWorkers: 1\n', '').concat('minWorkers: 1\n'))],
    ['CRLF', makeModel(tp(4), tp(8).replaceAll('\n', '\r\n'))],
    [
      'other commits',
      makeModel(tp(4), tp(8)),
      {
        comparison: { base: { name: 'main', sha: 'b'.repeat(40) }, head: { name: 'x', sha: 'c'.repeat(40) } },
      },
    ],
    ['another day and threshold', makeModel(tp(4), tp(8)), { today: '2027-05-05', failOn: 'info' }],
    [
      'another change beside it',
      makeModel(tp(4), tp(8)),
      { untouchedModels: [makeModel(tp(1), tp(1), { path: 'b/model-config.yaml' })] },
    ],
  ])('%s', (_, model, options = {}) => {
    expect(fingerprint(model, options)).toBe(known);
  });
});

describe('an approval lapses by', () => {
  test.each<[string, ModelInput, Partial<ReviewInput>?]>([
    ['another number of processes', makeModel(tp(4), tp(6))],
    ['a number that only declares', makeModel(tp(4), tp(8).replace('node: 8', 'node: "8"'))],
    ['another type', makeModel(tp(4), tp(8).replace('Type: tp', 'Type: pptp'))],
    ['other devices', makeModel(tp(4), `deviceIds: [0, 1, 2, 3, 4, 5, 6, 7]\n${tp(8)}`)],
    ['one more change', makeModel(tp(4), `${tp(8)}jobQueueSize: 5\n`)],
    ['another model', makeModel(tp(4), tp(8), { path: 'serving/bert/model-config.yaml' })],
    ['another topology at base', makeModel(tp(6), tp(8))],
    [
      'another topology at the tip of the base branch',
      { ...makeModel(tp(4), tp(8)), baseTip: { kind: 'text', text: tp(6) } },
    ],
    ['no model at base', makeModel(null, tp(8))],
    ['another repository', makeModel(tp(4), tp(8)), { repositoryId: '4712' }],
    ['another number of GPUs of the host', makeModel(tp(4), tp(8)), { host: { ...host, gpus: 16 } }],
    ['another way in', makeModel(tp(4), tp(8)), { host: { ...host, entry: 'register-api' } }],
    ['another TorchServe', makeModel(tp(4), tp(8)), { host: { ...host, torchserveVersion: '0.11.1' } }],
  ])('%s', (_, model, options = {}) => {
    expect(fingerprint(model, options)).not.toBe(known);
  });

  test('other content of a file that nobody can read', () => {
    const link = (sha: string) =>
      ({ kind: 'unreadable', reason: 'symlink', detail: 'it is a link', sha }) as const;
    const [one, same, other] = ['1', '1', '2'].map((sha) => fingerprint(makeModel(tp(4), link(sha))));
    expect([one === same, one === other]).toEqual([true, false]);
  });
});
