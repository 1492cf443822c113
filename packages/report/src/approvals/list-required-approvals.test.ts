import type { Report } from '../report.ts';
import type { ModelInput, ReviewInput } from '../review-input.ts';
import { makePolicy } from '../testing/make-policy.ts';
import { makeModel, reviewModels } from '../testing/review-texts.ts';
import { recordApprovals } from './record-approvals.ts';

const tp = (gpus: number | string): string =>
  `minWorkers: 1\nmaxWorkers: 1\nstartupTimeout: 600\nresponseTimeout: 600\nparallelType: tp\ntorchrun:\n  nproc-per-node: ${gpus}\n  OMP_NUMBER_THREADS: 4\n`;
const link = (sha: string) =>
  ({ kind: 'unreadable', reason: 'symlink', detail: 'it is a link', sha }) as const;
const oneSide = { comparison: undefined } as unknown as Partial<ReviewInput>; // as a caller without types leaves it out

const asking = async (kinds: string) => makePolicy(`approvals:\n  require: [${kinds}]\n  owners: [alice]\n`);
const all = await asking('topology-change, more-gpus, will-not-start');

const review = (model: ModelInput, options: Partial<ReviewInput> = {}): Report =>
  reviewModels([model], { policy: all, repositoryId: '4711', ...options });
const kindsOf = (model: ModelInput, options: Partial<ReviewInput> = {}): readonly string[] =>
  review(model, options).approvals?.required.flatMap(({ kinds }) => kinds) ?? [];
const from = (base: string | null, head: string | null, tip?: string | null): ModelInput => ({
  ...makeModel(base, head),
  ...(tip === undefined ? {} : { baseTip: tip === null ? null : { kind: 'text', text: tip } }),
});

test('where the repository is not known, a remark says that the fingerprints are no pull request’s', () => {
  const remarksOf = (model: ModelInput, options: Partial<ReviewInput>) =>
    reviewModels([model], { policy: all, ...options }).approvals?.remarks;
  const remark =
    'The fingerprints are not those of a pull request, which are made with the number of the repository on GitHub: take them from its comment.';
  expect(remarksOf(makeModel(tp(4), tp(8)), {})).toEqual([remark]);
  expect(remarksOf(makeModel(tp(4), tp(4)), {})).toEqual([]);
  expect(remarksOf(makeModel(tp(4), tp(8)), { repositoryId: '4711' })).toEqual([]);
});

describe('an approval is needed', () => {
  test.each<[string, ModelInput, readonly string[]]>([
    ['for more GPUs', makeModel(tp(4), tp(8)), ['topology-change', 'more-gpus']],
    ['for fewer GPUs', makeModel(tp(8), tp(4)), ['topology-change']],
    ['for a new model', makeModel(null, tp(4)), ['topology-change', 'more-gpus']],
    ['for a model without GPUs that is new', makeModel(null, 'deviceType: cpu\n'), ['topology-change']],
    ['for a model that goes', makeModel(tp(4), null), ['topology-change']],
    ['for one that will not start any more', makeModel(tp(4), tp(16)), ['topology-change', 'will-not-start']],
    ['for a new one that will not start', makeModel(null, tp(16)), ['topology-change', 'will-not-start']],
    ['for one that starts again', makeModel(tp(16), tp(4)), ['topology-change', 'more-gpus']],
    [
      'for another type of the same size',
      makeModel(tp(4), tp(4).replace('Type: tp', 'Type: pptp')),
      ['topology-change'],
    ],
    ['for a number that only declares more', makeModel(tp(4), tp('"8"')), ['topology-change']],
    ['for a file that nobody can read', makeModel(tp(4), link('1')), ['topology-change', 'will-not-start']],
    ['for a base that nobody could read', makeModel(link('1'), tp(4)), ['topology-change', 'more-gpus']],
    ['not for a comment', makeModel(tp(4), `# same\n${tp(4)}`), []],
    [
      'not for a time limit',
      makeModel(tp(4), tp(4).replace('responseTimeout: 600', 'responseTimeout: 60')),
      [],
    ],
    ['not for a rename alone', makeModel(tp(4), tp(4), { previousPath: 'llama/model-config.yaml' }), []],
    ['not for what will not start as before', makeModel(tp(16), `# same\n${tp(16)}`), []],
    ['not for a link that stays', makeModel(link('1'), link('1')), []],
  ])('%s', (_, model, kinds) => {
    expect(kindsOf(model)).toEqual(kinds);
  });

  test.each([
    ['topology-change', ['topology-change']],
    ['more-gpus', ['more-gpus']],
    ['will-not-start', []],
  ])('for %s alone, where the policy says so', async (kinds, expected) => {
    expect(kindsOf(makeModel(tp(4), tp(8)), { policy: await asking(kinds) })).toEqual(expected);
  });

  test('for a model whose file stays, when another file changes it', () => {
    const deepspeed = `${tp(4)}deepspeed:\n  config: ds-config.json\nhandler:\n  model_path: m\n`;
    const relatedFiles = {
      base: new Map([['ds-config.json', '{"tensor_parallel": {"tp_size": 4}}']]),
      head: new Map([['ds-config.json', '{"tensor_parallel": {"tp_size": 2}}']]),
    };
    const { approvals } = reviewModels([], {
      policy: all,
      untouchedModels: [makeModel(deepspeed, deepspeed, { relatedFiles })],
    });
    expect(approvals?.required.map(({ kinds }) => kinds)).toEqual([['topology-change']]);
  });

  test('says of what', () => {
    const { approvals } = review(makeModel(tp(4), tp(8)));
    expect(approvals).toMatchObject({
      state: 'pending',
      isAdvisory: true,
      rules: { isAuthorAllowed: false },
      required: [
        {
          fingerprint: approvals?.required[0]?.fingerprint,
          path: 'serving/llama/model-config.yaml',
          label: 'tp 4 GPUs → tp 8 GPUs',
          kinds: ['topology-change', 'more-gpus'],
          gpus: { base: 4, head: 8 },
          approval: null,
        },
      ],
      refused: [],
      remarks: [],
    });
  });

  test('of nobody without a policy that asks for it, and without a comparison', async () => {
    const model = makeModel(tp(4), tp(8));
    expect(reviewModels([model]).approvals).toBeNull();
    expect(review(model, { policy: await makePolicy('only-new: true\n') }).approvals).toBeNull();
    expect(review(makeModel(null, tp(8)), oneSide).approvals).toBeNull();
  });
});

describe('the live tip of the base branch decides', () => {
  test.each<[string, ModelInput, readonly string[]]>([
    ['that nothing changes any more', from(tp(4), tp(8), tp(8)), []],
    [
      'that something changes after all',
      from(tp(8), `# more\n${tp(8)}`, tp(4)),
      ['topology-change', 'more-gpus'],
    ],
    ['that GPUs become fewer', from(tp(2), tp(4), tp(8)), ['topology-change']],
    [
      'that the model is new',
      from(tp(4), tp(4).replace('600', '500'), null),
      ['topology-change', 'more-gpus'],
    ],
    ['that the model is gone already', from(tp(4), null, null), []],
    ['that another model goes', from(tp(4), null, tp(8)), ['topology-change']],
    ['that the model is there already', from(null, tp(4), tp(4)), []],
  ])('%s', (_, model, kinds) => {
    expect(kindsOf(model)).toEqual(kinds);
  });

  test('while the models of the report stay compared with base', () => {
    const report = review(from(tp(4), tp(8), tp(6)));
    expect(report.models.map(({ label }) => label)).toEqual(['tp 4 GPUs → tp 8 GPUs']);
    expect(report.approvals?.required.map(({ label, gpus }) => [label, gpus])).toEqual([
      ['tp 6 GPUs → tp 8 GPUs', { base: 6, head: 8 }],
    ]);
  });

  test('and the report names the models that moved on', () => {
    const drift = { tip: { name: 'main', sha: 'd'.repeat(40) }, commits: 3 };
    const comparison = { base: { name: 'main' }, head: { name: 'topic' }, drift };
    const { comparison: described } = review(from(tp(4), tp(8), tp(6)), { comparison });
    expect(described?.drift).toEqual({
      tip: { name: 'main', sha: 'd'.repeat(40) },
      commits: 3,
      models: ['serving/llama/model-config.yaml'],
    });
  });
});

describe('recording approvals', () => {
  const two = reviewModels(
    [makeModel(tp(4), tp(8)), makeModel(null, tp(1), { path: 'b/model-config.yaml' })],
    { policy: all, repositoryId: '4711' },
  );
  const [first = '', second = ''] = two.approvals?.required.map(({ fingerprint }) => fingerprint) ?? [];
  const approval = {
    by: 'alice',
    via: 'comment',
    at: '2026-11-27T10:00:00Z',
    reason: 'fine',
    url: null,
  } as const;
  const record = (fingerprints: readonly string[]) =>
    recordApprovals(two, {
      approvals: new Map(fingerprints.map((fingerprint) => [fingerprint, approval])),
      refused: [{ by: 'eve', at: approval.at, fingerprint: first, reason: 'not an owner', url: null }],
      remarks: ['The teams could not be read.'],
      isAdvisory: false,
    });

  test.each([
    ['none', [], 'pending', [null, null]],
    ['some', [first], 'pending', [approval, null]],
    ['all', [first, second], 'approved', [approval, approval]],
    ['one of another change', ['0'.repeat(16)], 'pending', [null, null]],
  ])('%s', (_, fingerprints, state, approvals) => {
    const recorded = record(fingerprints).approvals;
    expect(recorded?.state).toBe(state);
    expect(recorded?.required.map((change) => change.approval)).toEqual(approvals);
  });

  test('keeps what was refused and what could not be found out, and changes nothing else', () => {
    const recorded = record([]);
    expect(recorded.approvals).toMatchObject({
      isAdvisory: false,
      refused: [{ by: 'eve', reason: 'not an owner' }],
      remarks: ['The teams could not be read.'],
    });
    expect({ ...recorded, approvals: null }).toEqual({ ...two, approvals: null });
    expect(two.approvals?.state).toBe('pending');
  });

  test('of a report that needs none says so', () => {
    const none = { approvals: new Map(), refused: [], remarks: [], isAdvisory: false };
    const same = review(makeModel(tp(4), `# same\n${tp(4)}`));
    expect(recordApprovals(same, none).approvals?.state).toBe('not-needed');
    const without = reviewModels([makeModel(tp(4), tp(8))]);
    expect(recordApprovals(without, none)).toBe(without);
  });
});
