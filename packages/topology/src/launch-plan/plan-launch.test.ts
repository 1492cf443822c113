import { unknownHost } from '../host-profile.ts';
import { hostOf, hostWithProperties, launchText, planTexts } from '../testing/plan-text.ts';
import type { ModelLaunch } from './launch-plan.ts';

const pair = 'minWorkers: 1\nmaxWorkers: 1\n';
const tp = (nproc: number | string) => `parallelType: tp\ntorchrun:\n  nproc-per-node: ${nproc}\n`;

function kinds(launch: ModelLaunch | undefined): readonly string[] | undefined {
  return launch?.blockers.map(({ kind }) => kind);
}

describe('workers', () => {
  test('a parallel worker: torchrun with its arguments, environment and devices', () => {
    const text = `${pair}parallelType: tp\ntorchrun:\n  nproc-per-node: 2\n  rdzv-endpoint: localhost:29777\n  OMP_NUMBER_THREADS: 6\n`;
    expect(launchText(text, hostOf(4)).workers).toEqual([
      {
        id: '29500',
        port: 29500,
        gpuId: 0,
        launcher: 'torchrun',
        argv: [
          'torchrun',
          ...['--nnodes', '1', '--nproc-per-node', '2'],
          ...['--log-dir', '$LOG_LOCATION/torchelastic_ts', '--rdzv-backend', 'c10d'],
          ...['--rdzv-endpoint', 'localhost:29777', '--rdzv-id', 'm_29500', '--max-restarts', '1'],
        ],
        environment: { LOGLEVEL: 'INFO', CUDA_VISIBLE_DEVICES: '0,1', OMP_NUM_THREADS: '6' },
        visibleDevices: [0, 1],
        processCount: 2,
        devices: [0, 1],
      },
    ]);
  });

  test('a plain worker: the interpreter, only a gpu_id, no variable', () => {
    expect(launchText(pair, hostOf(4)).workers).toEqual([
      {
        id: '9000',
        port: 9000,
        gpuId: 1,
        launcher: 'python',
        argv: ['python'],
        environment: {},
        visibleDevices: null,
        processCount: 1,
        devices: [1],
      },
    ]);
  });

  test('a custom worker: one process that sees its devices', () => {
    const text = `${pair}parallelType: custom\nparallelLevel: 2\nasyncCommunication: true\nuseVenv: true\n`;
    expect(launchText(text, hostOf(4)).workers).toMatchObject([
      {
        id: '29500',
        launcher: 'python',
        argv: ['$MODEL_DIR/venv/bin/python'],
        environment: { CUDA_VISIBLE_DEVICES: '0,1' },
        processCount: 1,
      },
    ]);
  });

  test('torchrun on CPU gets no devices', () => {
    expect(launchText(`${pair}${tp(2)}`, hostOf(0)).workers).toMatchObject([
      {
        gpuId: null,
        visibleDevices: null,
        devices: [],
        environment: { LOGLEVEL: 'INFO', OMP_NUM_THREADS: '1' },
      },
    ]);
  });

  test('0.8.0 names an endpoint of its own', () => {
    const host = hostOf(4, { torchserveVersion: '0.8.0' });
    expect(launchText(`${pair}${tp(2)}`, host).workers[0]?.argv).toContain('localhost:29500');
  });
});

describe('several models on a host', () => {
  test('ports and the counter of plain workers go on, each parallel model starts at GPU 0', () => {
    const plan = planTexts(
      { g: 'minWorkers: 2\nmaxWorkers: 2\n', h: `${pair}${tp(2)}`, i: pair, j: `${pair}${tp(4)}` },
      hostOf(4),
    );
    expect(plan.serverStarts).toBe(true);
    expect(
      plan.models.map(({ modelName, workers }) => [
        modelName,
        ...workers.map(({ id, gpuId, devices }) => [id, gpuId, devices]),
      ]),
    ).toEqual([
      ['g', ['9000', 1, [1]], ['9001', 2, [2]]],
      ['h', ['29500', 0, [0, 1]]],
      ['i', ['9002', 3, [3]]],
      ['j', ['29502', 0, [0, 1, 2, 3]]],
    ]);
  });

  test('the first ports come from config.properties', () => {
    const host = hostWithProperties(4, ['initial_worker_port=8500', 'initial_distribution_port=28000']);
    const plan = planTexts({ g: pair, h: `${pair}${tp(2)}` }, host);
    expect(plan.models.map(({ workers }) => workers[0]?.id)).toEqual(['8500', '28000']);
  });

  test('one file that stops the server takes all models down', () => {
    const plan = planTexts({ g: pair, h: '' }, hostOf(4));
    expect(plan.serverStarts).toBe(false);
    expect(plan.models.map((model) => [model.isRegistered, model.workers.length, kinds(model)])).toEqual([
      [false, 0, ['server-exits']],
      [false, 0, ['server-exits']],
    ]);
  });

  test.each(['number_of_gpu=two', 'models={', 'models={"g":{"1.0":{"minWorkers":"x"}}}'])(
    'a config.properties that TorchServe cannot parse takes all models down: %s',
    (line) => {
      const plan = planTexts({ g: pair }, hostWithProperties(4, [line]));
      expect(plan.serverStarts).toBe(false);
      expect(plan.models.map((model) => [model.isRegistered, kinds(model)])).toEqual([
        [false, ['server-exits']],
      ]);
    },
  );

  test('by the register API it takes down only its own registration', () => {
    const plan = planTexts({ g: pair, h: '- 1\n' }, hostOf(4, { entry: 'register-api' }));
    expect(plan.serverStarts).toBe(true);
    expect(plan.models.map((model) => [model.isRegistered, kinds(model)])).toEqual([
      [true, []],
      [false, ['registration-fails']],
    ]);
  });
});

describe('a host of which nothing is known', () => {
  test('a parallel model: its GPUs start at 0, the capacity is not checked', () => {
    const launch = launchText(`${pair}${tp(4)}`, unknownHost);
    expect(launch.workers[0]?.visibleDevices).toEqual([0, 1, 2, 3]);
    expect(launch.assumptions).toEqual(['gpus-unknown', 'capacity-not-checked']);
    expect(launch.blockers).toEqual([]);
  });

  test('a plain model without a pair: one worker on a GPU whose id nobody knows', () => {
    const launch = launchText('batchSize: 2\n', unknownHost);
    expect(launch).toMatchObject({ device: 'gpu', minWorkers: 1, workers: [{ gpuId: null, devices: [] }] });
    expect(launch.assumptions).toEqual(['gpus-unknown', 'one-worker-assumed']);
  });

  test('what the file settles is not assumed', () => {
    expect(launchText(`${pair}deviceType: cpu\n`, unknownHost).assumptions).toEqual([]);
    expect(launchText(pair, hostOf(4, { cpuCores: 'unknown' })).assumptions).toEqual([]);
    expect(launchText('batchSize: 1\n', hostOf(0, { cpuCores: 'unknown' })).assumptions).toEqual([
      'cpu-cores-unknown',
      'one-worker-assumed',
    ]);
  });
});

describe('absurd numbers', () => {
  test('two thousand million workers are counted, not listed', () => {
    const plan = planTexts({ g: 'minWorkers: 2000000000\nmaxWorkers: 2000000000\n', h: pair }, hostOf(3));
    expect(plan.models[0]).toMatchObject({ minWorkers: 2000000000, unlistedWorkers: 1999998976 });
    expect(plan.models[0]?.workers).toHaveLength(1024);
    expect(plan.models[1]?.workers).toMatchObject([{ port: 2000009000, gpuId: 0 }]);
  });

  test('no machine has two thousand million GPUs', () => {
    expect(kinds(launchText(`${pair}${tp(2000000000)}`, unknownHost))).toEqual(['not-enough-devices']);
  });
});
