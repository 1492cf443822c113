import { yaml } from '@topodiff/testkit';
import type { ReviewInput } from '../review-input.ts';
import { makePolicy } from '../testing/make-policy.ts';
import { makeModel, reviewModels } from '../testing/review-texts.ts';

const tp4 = yaml`
  minWorkers: 1
  maxWorkers: 1
  startupTimeout: 600
  responseTimeout: 600
  parallelType: tp
  torchrun:
    nproc-per-node: 4
    OMP_NUMBER_THREADS: 4
`;
const pools = yaml`
  hosts:
    - name: small
      paths: [small/**]
      gpus: 2
      cpus: 8
    - name: large
      paths: [large/**]
      gpus: 8
      config-properties: large/config.properties
`;
const small = 'small/model-config.yaml';
const large = 'large/model-config.yaml';
const properties = (base: string | null, head: string | null): Partial<ReviewInput> => ({
  configProperties: new Map([['large/config.properties', { base, head }]]),
});

describe('the host of a model', () => {
  test('is its pool', async () => {
    const policy = await makePolicy(pools);
    const { models } = reviewModels(
      [small, large, 'other/model-config.yaml'].map((path) => makeModel(null, tp4, { path })),
      { policy },
    );
    expect(models.map(({ path, pool, label }) => [path, pool, label])).toEqual([
      [small, 'small', '∅ → will not start'],
      [large, 'large', '∅ → tp 4 GPUs'],
      ['other/model-config.yaml', null, '∅ → tp 4 GPUs'],
    ]);
  });

  test('is that of each side’s path, where a rename moves it to another pool', async () => {
    const policy = await makePolicy(pools);
    const [model] = reviewModels([makeModel(tp4, tp4, { path: large, previousPath: small })], {
      policy,
    }).models;
    expect(model).toMatchObject({ pool: 'large', status: 'renamed', label: 'will not start → tp 4 GPUs' });
  });

  test('has the config.properties of each side', async () => {
    const policy = await makePolicy(pools);
    const { models } = reviewModels([makeModel(tp4, `# more\n${tp4}`, { path: large })], {
      policy,
      ...properties('number_of_gpu=2\n', 'number_of_gpu=8\n'),
    });
    expect(models[0]).toMatchObject({
      label: 'will not start → tp 4 GPUs',
      changedRelatedFiles: ['large/config.properties'],
    });
  });

  test('takes no config.properties of the review’s own where its pool has one', async () => {
    const policy = await makePolicy(pools);
    const { models } = reviewModels([makeModel(null, tp4, { path: large })], {
      policy,
      ...properties(null, null),
    });
    expect(models[0]?.label).toBe('∅ → tp 4 GPUs');
  });
});

describe('a model whose file stays', () => {
  const untouchedModels = [makeModel(tp4, tp4, { path: small }), makeModel(tp4, tp4, { path: large })];

  test('is listed when its config.properties changes something for it', async () => {
    const report = reviewModels([], {
      policy: await makePolicy(pools),
      untouchedModels,
      ...properties('number_of_gpu=8\n', 'number_of_gpu=2\n'),
    });
    expect(
      report.models.map(({ path, status, changedRelatedFiles, label }) => [
        path,
        status,
        changedRelatedFiles,
        label,
      ]),
    ).toEqual([[large, 'unchanged', ['large/config.properties'], 'tp 4 GPUs → will not start']]);
    expect(report.models[0]?.changes.length).toBeGreaterThan(0);
    expect(report.fleet.untouched.models).toBe(1);
    expect(report.conclusion).toBe('failure');
  });

  test('stays untouched when the change is nothing to it', async () => {
    const report = reviewModels([], {
      policy: await makePolicy(pools),
      untouchedModels,
      ...properties('load_models=a\n', 'load_models=b\n'),
    });
    expect(report.models).toEqual([]);
    expect(report.fleet.untouched.models).toBe(2);
    expect(report.conclusion).toBe('neutral');
  });

  test('stays untouched when another server’s config.properties changes', async () => {
    const report = reviewModels([], {
      policy: await makePolicy(pools),
      untouchedModels: untouchedModels.slice(0, 1),
      ...properties('number_of_gpu=8\n', 'number_of_gpu=2\n'),
    });
    expect(report.fleet.untouched.models).toBe(1);
  });

  const deepspeed = `${tp4}deepspeed:\n  config: ds-config.json\nhandler:\n  model_path: m\n`;
  const related = (base: string, head: string) => ({
    relatedFiles: {
      base: new Map([['ds-config.json', base]]),
      head: new Map([['ds-config.json', head]]),
    },
  });

  test('is listed when a file that it names changes something for it', () => {
    const sizes = related('{"tensor_parallel": {"tp_size": 4}}', '{"tensor_parallel": {"tp_size": 2}}');
    const { models } = reviewModels([], { untouchedModels: [makeModel(deepspeed, deepspeed, sizes)] });
    expect(
      models.map(({ status, changedRelatedFiles, changes }) => [
        status,
        changedRelatedFiles,
        changes.map(({ id }) => id),
      ]),
    ).toEqual([['unchanged', ['serving/llama/ds-config.json'], ['split-changed']]]);
  });

  test('stays untouched when such a file says the same in other words', () => {
    const sizes = related('{"tensor_parallel": {"tp_size": 4}}', '{ "tensor_parallel": {"tp_size": 4} }');
    const { models, fleet } = reviewModels([], { untouchedModels: [makeModel(deepspeed, deepspeed, sizes)] });
    expect([models.length, fleet.untouched.gpus]).toEqual([0, 4]);
  });
});
