import type { ReviewInput } from '../review-input.ts';
import { makePolicy } from '../testing/make-policy.ts';
import { makeModel, reviewModels } from '../testing/review-texts.ts';

const oneSide = { comparison: undefined } as unknown as Partial<ReviewInput>; // as a caller without types leaves it out

/** A model that takes so many GPUs. */
const tp = (gpus: number): string =>
  `minWorkers: 1\nmaxWorkers: 1\nstartupTimeout: 600\nresponseTimeout: 600\nparallelType: tp\ntorchrun:\n  nproc-per-node: ${gpus}\n  OMP_NUMBER_THREADS: 4\n`;
const at = (folder: string): string => `${folder}/model-config.yaml`;
const untouched = (folder: string, gpus: number) => makeModel(tp(gpus), tp(gpus), { path: at(folder) });

/** 40 GPUs that stay as they are. */
const rest = [1, 2, 3, 4, 5].map((index) => untouched(`rest/${index}`, 8));
const budget = async (gpus: number) => makePolicy(`budgets:\n  - {name: fleet, gpus: ${gpus}}\n`);

describe('the totals', () => {
  test('count the models of the report, where nobody looked for others', () => {
    const { fleet } = reviewModels([makeModel(tp(4), tp(8))]);
    expect(fleet).toEqual({
      scope: 'report',
      gpus: { base: 4, head: 8 },
      declaredGpus: { base: 4, head: 8 },
      isAssumed: false,
      untouched: { models: 0, gpus: 0, declaredGpus: 0 },
      pools: [],
      budgets: [],
      cost: null,
    });
  });

  test('count all models of the repository, where they are given', () => {
    const { fleet, models } = reviewModels([makeModel(tp(4), tp(8))], { untouchedModels: rest });
    expect(models).toHaveLength(1);
    expect(fleet).toMatchObject({
      scope: 'repository',
      gpus: { base: 44, head: 48 },
      untouched: { models: 5, gpus: 40, declaredGpus: 40 },
    });
  });

  test('are of the repository also when all models are in the report', () => {
    expect(reviewModels([makeModel(tp(4), tp(8))], { untouchedModels: [] }).fleet.scope).toBe('repository');
  });

  test('leave out what is no model-config', () => {
    const untouchedModels = [makeModel('kind: ConfigMap\n', 'kind: ConfigMap\n', { path: at('k8s') })];
    expect(reviewModels([], { untouchedModels }).fleet.untouched.models).toBe(0);
  });

  test('tell effective from declared GPUs', () => {
    const quoted = tp(8).replace('node: 8', 'node: "8"');
    const { fleet } = reviewModels([], { untouchedModels: [makeModel(quoted, quoted)] });
    expect([fleet.gpus.head, fleet.declaredGpus.head]).toEqual([1, 8]);
  });

  test('rest on an assumption when a file could not be read, which a notice names', () => {
    const link = { kind: 'unreadable', reason: 'symlink', detail: 'it is a link', sha: '1' } as const;
    const { fleet, notices } = reviewModels([], { untouchedModels: [makeModel(link, link), ...rest] });
    expect([fleet.isAssumed, fleet.gpus.head, fleet.untouched.models]).toEqual([true, 40, 6]);
    expect(notices).toEqual([
      {
        code: 'fleet-incomplete',
        severity: 'warning',
        message: 'The totals leave out 1 model that could not be read: serving/llama/model-config.yaml.',
        path: null,
      },
    ]);
  });
});

describe('a budget', () => {
  test('that is exceeded blocks, and names the models that make the difference', async () => {
    const report = reviewModels(
      [
        makeModel(tp(4), tp(8), { path: at('a') }),
        makeModel(tp(2), tp(1), { path: at('b') }),
        makeModel(null, tp(1), { path: at('c') }),
      ],
      { policy: await budget(46), untouchedModels: rest.slice(0, 4).concat(untouched('rest/6', 6)) },
    );
    expect(report.fleet.budgets).toEqual([
      {
        name: 'fleet',
        limit: 46,
        gpus: { base: 44, head: 48 },
        isExceeded: true,
        isBlocking: true,
        models: [
          { path: at('a'), base: 4, head: 8 },
          { path: at('c'), base: 0, head: 1 },
          { path: at('b'), base: 2, head: 1 },
        ],
      },
    ]);
    expect(report.conclusion).toBe('failure');
    expect(report.reasons).toEqual([
      `Over the GPU budget of fleet: 44 → 48 of 46 GPUs (${at('a')} +4, ${at('c')} +1, ${at('b')} −1).`,
    ]);
  });

  test.each([
    ['is met', 48, 4, 8, false, false],
    ['was exceeded and is no worse', 30, 4, 4, true, false],
    ['was exceeded and is better', 30, 8, 4, true, false],
    ['was exceeded and is worse', 30, 4, 5, true, true],
  ])('that %s', async (_, limit, base, head, isExceeded, isBlocking) => {
    const report = reviewModels([makeModel(tp(base), `# same\n${tp(head)}`)], {
      policy: await budget(limit),
      untouchedModels: rest,
    });
    expect(report.fleet.budgets[0]).toMatchObject({ isExceeded, isBlocking });
    expect(report.conclusion === 'failure').toBe(isBlocking);
  });

  test('never blocks where nothing does', async () => {
    const report = reviewModels([makeModel(tp(4), tp(8))], { policy: await budget(1), failOn: 'never' });
    expect(report.fleet.budgets[0]).toMatchObject({ isExceeded: true, isBlocking: false });
    expect(report.conclusion).toBe('success');
  });

  test('does not block where one side is read', async () => {
    const report = reviewModels([makeModel(null, tp(8))], { policy: await budget(1), ...oneSide });
    expect(report.fleet.budgets[0]).toMatchObject({
      gpus: { base: 8, head: 8 },
      isExceeded: true,
      isBlocking: false,
      models: [],
    });
  });

  test('counts the models below its paths', async () => {
    const policy = await makePolicy('budgets:\n  - {paths: [a/**], gpus: 4}\n');
    const { fleet } = reviewModels([makeModel(tp(1), tp(2), { path: at('b') })], {
      policy,
      untouchedModels: [untouched('a/x', 4), ...rest],
    });
    expect(fleet.budgets[0]).toMatchObject({ name: 'a/**', gpus: { base: 4, head: 4 }, isExceeded: false });
  });

  test('counts a model that moves below its paths at head alone', async () => {
    const policy = await makePolicy('budgets:\n  - {paths: [a/**], gpus: 4}\n');
    const moved = makeModel(tp(8), tp(8), { path: at('a/x'), previousPath: at('b') });
    expect(reviewModels([moved], { policy }).fleet.budgets[0]).toMatchObject({
      gpus: { base: 0, head: 8 },
      isBlocking: true,
      models: [{ path: at('a/x'), base: 0, head: 8 }],
    });
  });

  test('counts a model that moves away at base alone', async () => {
    const policy = await makePolicy('budgets:\n  - {paths: [b/**], gpus: 4}\n');
    const moved = makeModel(tp(8), tp(8), { path: at('a/x'), previousPath: at('b') });
    expect(reviewModels([moved], { policy }).fleet.budgets[0]?.gpus).toEqual({ base: 8, head: 0 });
  });

  test('names five models in its reason', async () => {
    const models = [1, 2, 3, 4, 5, 6, 7].map((index) => makeModel(null, tp(1), { path: at(`m${index}`) }));
    const [reason] = reviewModels(models, { policy: await budget(1) }).reasons;
    expect(reason).toBe(
      `Over the GPU budget of fleet: 0 → 7 of 1 GPUs (${[1, 2, 3, 4, 5].map((index) => `${at(`m${index}`)} +1`).join(', ')}, and 2 more models).`,
    );
  });
});

describe('a pool', () => {
  const hosts =
    'hosts:\n  - {name: large, paths: [large/**], gpus: 16, gpu-memory: 80, torchserve: 0.11.0, config-properties: c.properties}\n  - {name: idle, paths: [idle/**]}\n';

  test('has its host, its models and their GPUs; models without one come last', async () => {
    const { fleet } = reviewModels(
      [makeModel(tp(4), tp(16), { path: at('large/a') }), makeModel(null, tp(2), { path: at('b') })],
      { policy: await makePolicy(hosts), untouchedModels: [untouched('large/c', 1)] },
    );
    expect(fleet.pools).toEqual([
      {
        name: 'large',
        hostGpus: 16,
        gpuMemoryGib: 80,
        torchserveVersion: '0.11.0',
        configProperties: 'c.properties',
        models: { base: 2, head: 2 },
        gpus: { base: 5, head: 17 },
        declaredGpus: { base: 5, head: 17 },
      },
      {
        name: null,
        hostGpus: 8,
        gpuMemoryGib: null,
        torchserveVersion: '0.12.0',
        configProperties: null,
        models: { base: 0, head: 1 },
        gpus: { base: 0, head: 2 },
        declaredGpus: { base: 0, head: 2 },
      },
    ]);
  });

  test('loses and gains a model that moves', async () => {
    const { fleet } = reviewModels(
      [makeModel(tp(4), tp(4), { path: at('large/a'), previousPath: at('idle/a') })],
      { policy: await makePolicy(hosts) },
    );
    expect(fleet.pools.map(({ name, models, gpus }) => [name, models, gpus])).toEqual([
      ['large', { base: 0, head: 1 }, { base: 0, head: 4 }],
      ['idle', { base: 1, head: 0 }, { base: 4, head: 0 }],
    ]);
  });
});

describe('the cost', () => {
  const cost = async (text: string) =>
    reviewModels(
      [makeModel(tp(4), tp(8), { path: at('large/a') }), makeModel(tp(2), tp(1), { path: at('b') })],
      { policy: await makePolicy(text), untouchedModels: [untouched('b/c', 1)] },
    ).fleet.cost;
  const pool = 'hosts:\n  - {name: large, paths: [large/**], gpus: 8, price-per-gpu-hour: 4}\n';

  test.each([
    ['is unknown without a price', '', null],
    [
      'has the pool’s price and the general one',
      `${pool}price-per-gpu-hour: 2.5\ncurrency: EUR\n`,
      {
        currency: 'EUR',
        perMonth: { base: (4 * 4 + 3 * 2.5) * 730, head: (8 * 4 + 2 * 2.5) * 730 },
        unpricedModels: 0,
      },
    ],
    [
      'has the general price alone',
      'price-per-gpu-hour: 1\n',
      { currency: 'USD', perMonth: { base: 7 * 730, head: 10 * 730 }, unpricedModels: 0 },
    ],
    [
      'leaves out models without a price, and counts them',
      pool,
      { currency: 'USD', perMonth: { base: 11_680, head: 23_360 }, unpricedModels: 2 },
    ],
    [
      'is rounded to hundredths',
      'price-per-gpu-hour: 0.00123\n',
      { currency: 'USD', perMonth: { base: 6.29, head: 8.98 }, unpricedModels: 0 },
    ],
    [
      'may be nothing',
      'price-per-gpu-hour: 0\n',
      { currency: 'USD', perMonth: { base: 0, head: 0 }, unpricedModels: 0 },
    ],
  ])('%s', async (_, text, expected) => {
    expect(await cost(text)).toEqual(expected);
  });

  test('of a model that uses no GPU needs no price', async () => {
    const cpu = 'deviceType: cpu\nminWorkers: 1\nmaxWorkers: 1\n';
    const { fleet } = reviewModels([makeModel(cpu, cpu), makeModel(tp(1), tp(1), { path: at('large/a') })], {
      policy: await makePolicy(pool),
    });
    expect(fleet.cost?.unpricedModels).toBe(0);
  });

  test('has the price of each side’s pool, where a model moves', async () => {
    const moved = makeModel(tp(4), tp(4), { path: at('large/a'), previousPath: at('b') });
    const policy = await makePolicy(`${pool}price-per-gpu-hour: 1\n`);
    expect(reviewModels([moved], { policy }).fleet.cost?.perMonth).toEqual({ base: 2_920, head: 11_680 });
  });
});
