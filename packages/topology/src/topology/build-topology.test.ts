import { unknownHost } from '../host-profile.ts';
import { hostOf, hostWithProperties, launchText } from '../testing/plan-text.ts';
import { buildTopology } from './build-topology.ts';

const pair = 'minWorkers: 1\nmaxWorkers: 1\n';
const twoWorkers = 'minWorkers: 2\nmaxWorkers: 2\n';
const torchrun = (type: string, nproc: number | string) =>
  `parallelType: ${type}\ntorchrun:\n  nproc-per-node: ${nproc}\n`;

function label(text: string | null, host = unknownHost): string {
  return buildTopology(launchText(text, host)).label;
}

describe('the label of a file', () => {
  test.each([
    [`${pair}${torchrun('tp', 4)}`, unknownHost, 'tp 4 GPUs'],
    [`${pair}${torchrun('pptp', 8)}`, unknownHost, 'pptp 8 GPUs'],
    [`${pair}${torchrun('pp', 4)}`, unknownHost, 'pp 4 GPUs'],
    [
      `${pair}parallelType: custom\nparallelLevel: 4\nasyncCommunication: true\n`,
      unknownHost,
      'custom 4 GPUs',
    ],
    [pair, unknownHost, '1 GPU'],
    [`${pair}deviceType: cpu\n`, unknownHost, 'cpu'],
    [pair, hostOf(0), 'cpu'],
    [`${twoWorkers}${torchrun('tp', 4)}`, hostOf(8), '2 × tp 4 GPUs'],
    ['minWorkers: 3\nmaxWorkers: 3\n', hostOf(4), '3 × 1 GPU'],
    ['batchSize: 1\n', hostOf(4), '4 × 1 GPU'],
    [`${pair}${torchrun('tp', '"8"')}`, unknownHost, 'tp 8 GPUs (runs 1 GPU)'],
    [`${twoWorkers}${torchrun('pptp', 8)}`, hostOf(8), '2 × pptp 8 GPUs (runs 1 × 8 GPUs)'],
    [`${pair}torchrun:\n  nproc-per-node: 4\n`, unknownHost, 'torchrun 4 GPUs (runs 1 GPU)'],
    [`${pair}${torchrun('ddp', 4)}`, unknownHost, 'ddp 4 GPUs (runs 1 GPU)'],
    [`${pair}parallelLevel: 4\n`, unknownHost, '4 GPUs (runs 1 GPU)'],
    [`${pair}${torchrun('TP', 4)}`, unknownHost, 'tp 4 GPUs'],
    [`${pair}${torchrun('tp', '4.0')}`, unknownHost, 'tp 4 GPUs (runs 1 GPU)'],
    [`${pair}${torchrun('tp', 'gpu')}`, unknownHost, 'tp all GPUs (runs 1 GPU)'],
    [`${pair}${torchrun('tp', 4)}`, hostOf(0), 'tp 4 GPUs (runs 4 CPU processes)'],
    [`${pair}deviceType: cpu\n${torchrun('tp', 4)}`, hostOf(8), 'tp 4 CPU processes'],
    [`${pair}deviceType: gpu\n`, hostOf(0), '1 GPU (runs cpu)'],
    [`${pair}parallelType: tp\n`, unknownHost, 'tp 1 GPU (runs plain 1 GPU)'],
    [`minWorkers: 3\n`, hostOf(4), '3 × 1 GPU (runs 4 × 1 GPU)'],
    [`minWorkers: "3"\nmaxWorkers: 3\n`, hostOf(4), '3 × 1 GPU (runs 4 × 1 GPU)'],
    [`minWorkers: 1\nmaxWorkers: 3\n`, hostOf(4), '1 GPU'],
    [`${pair}parallelType: tp\ntorchrun: {}\n`, unknownHost, 'tp 1 GPU'],
    [
      `${pair}${torchrun('custom', 4)}parallelLevel: 2\nasyncCommunication: true\n`,
      unknownHost,
      'custom 2 GPUs',
    ],
    ['batchSize: 1\n', hostOf(4, { entry: 'register-api' }), 'no workers'],
    [`${pair}parallelType: "a b\\n@x"\nparallelLevel: 2\n`, unknownHost, 'unknown 2 GPUs (runs 1 GPU)'],
    [null, hostOf(1), '1 GPU'],
  ])('%j', (text, host, expected) => {
    expect(label(text, host)).toBe(expected);
  });

  test.each([
    ['will not start', `${pair}${torchrun('tp', 8)}`],
    ['start loop', `${pair}parallelType: tp\nparallelLevel: 2\n`],
    ['stops the server', 'on: 1\n'],
    ['no worker can read it', 'minWorkers: [\n'],
  ])('%s', (_, text) => {
    expect(label(text, hostOf(4))).toBe('will not start');
  });
});

describe('summaries', () => {
  test('declared beside effective', () => {
    const topology = buildTopology(launchText(`${twoWorkers}${torchrun('tp', '"8"')}`, hostOf(8)));
    expect(topology.declared).toEqual({ kind: 'tp', workers: 2, gpusPerWorker: 8, gpus: 16 });
    expect(topology.effective).toEqual({ kind: 'tp', workers: 2, gpusPerWorker: 1, gpus: 2 });
  });

  test('a model that never serves declares its GPUs and uses none', () => {
    const topology = buildTopology(launchText(`${pair}${torchrun('tp', 8)}`, hostOf(4)));
    expect(topology.declared.gpus).toBe(8);
    expect(topology.effective).toEqual({ kind: 'tp', workers: 0, gpusPerWorker: 8, gpus: 0 });
    expect(topology.willStart).toBe(false);
    expect(buildTopology(launchText(torchrun('tp', 8), hostOf(4))).declared.gpus).toBe(8);
  });

  test('all GPUs are those of the host, or one when they are unknown', () => {
    const text = `${pair}${torchrun('tp', 'gpu')}`;
    expect(buildTopology(launchText(text, hostOf(4))).declared).toEqual({
      kind: 'tp',
      workers: 1,
      gpusPerWorker: 'all',
      gpus: 4,
    });
    expect(buildTopology(launchText(text, unknownHost)).declared.gpus).toBe(1);
  });

  test('assumptions of the launch are carried over', () => {
    expect(buildTopology(launchText(pair, unknownHost)).assumptions).toEqual(['gpus-unknown']);
  });
});

describe('workers and ranks', () => {
  test('a torchrun worker has its ranks on its devices', () => {
    const text = `${pair}deviceIds: [1, 3]\n${torchrun('tp', 2)}`;
    expect(buildTopology(launchText(text, hostOf(4))).workers).toEqual([
      {
        id: 'worker-0',
        launcher: 'torchrun',
        ranks: [
          { id: 'worker-0/0', rank: 0, stage: 0, shard: 0, device: 1 },
          { id: 'worker-0/1', rank: 1, stage: 0, shard: 1, device: 3 },
        ],
        devices: [1, 3],
        stages: 1,
        shards: 2,
      },
    ]);
  });

  test('pipeline stages follow the ranks; a split into both fills the shards of a stage first', () => {
    const pp = buildTopology(launchText(`${pair}${torchrun('pp', 2)}`, hostOf(4)));
    expect(pp.workers[0]?.ranks.map(({ stage, shard }) => [stage, shard])).toEqual([
      [0, 0],
      [1, 0],
    ]);
    const text = `${pair}${torchrun('pptp', 4)}pippy:\n  pp_group_size: 2\n`;
    const pptp = buildTopology(launchText(text, hostOf(4)));
    expect(pptp.workers[0]?.ranks.map(({ stage, shard }) => [stage, shard])).toEqual([
      [0, 0],
      [0, 1],
      [1, 0],
      [1, 1],
    ]);
  });

  test('a plain worker is one process; one process with several devices has no single one', () => {
    const plain = buildTopology(launchText(pair, hostOf(4)));
    expect(plain.workers).toMatchObject([{ ranks: [{ device: 1 }], devices: [1], stages: 1, shards: 1 }]);
    const text = `${pair}parallelType: custom\nparallelLevel: 2\nasyncCommunication: true\n`;
    const custom = buildTopology(launchText(text, hostOf(4)));
    expect(custom.workers).toMatchObject([{ ranks: [{ device: null }], devices: [0, 1] }]);
  });

  test('an absurd number of processes is not listed', () => {
    const text = `${pair}deviceType: cpu\n${torchrun('tp', 2000000000)}`;
    const topology = buildTopology(launchText(text, hostOf(4)));
    expect(topology.workers[0]?.ranks).toHaveLength(4096);
    expect(topology.label).toBe('tp 2000000000 CPU processes');
  });

  test('unlisted workers count', () => {
    const text = 'minWorkers: 3000\nmaxWorkers: 3000\n';
    const topology = buildTopology(launchText(text, hostWithProperties(2, [])));
    expect(topology.effective.gpus).toBe(3000);
    expect(topology.workers).toHaveLength(1024);
  });
});
