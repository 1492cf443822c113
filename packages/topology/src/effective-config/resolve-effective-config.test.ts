import { unknownHost } from '../host-profile.ts';
import { hostOf, hostWithProperties, resolveText } from '../testing/plan-text.ts';
import { resolveEffectiveConfig } from './resolve-effective-config.ts';
import type { FrontendSettings } from './effective-config.ts';
import type { Setting } from './setting.ts';

type ScalarKey = Exclude<keyof FrontendSettings, 'torchrun'>;

/** What a test compares of a setting: value, origin and, where there is one, the cause. */
function summary(setting: Setting<unknown>): readonly unknown[] {
  const { value, origin, cause, isAssumed } = setting;
  return [value, origin, ...(cause === undefined ? [] : [cause]), ...(isAssumed ? ['assumed'] : [])];
}

function setting(text: string | null, key: ScalarKey, host = hostOf(4)): readonly unknown[] {
  return summary(resolveText(text, host).settings[key]);
}

const pair = 'minWorkers: 1\nmaxWorkers: 1\n';

describe('outcome', () => {
  test.each([
    ['minWorkers: 1\n', 'loaded'],
    [null, 'no-config'],
    ['minWorkers: [\n', 'no-config'],
    ['', 'fatal'],
    ['- 1\n', 'fatal'],
    ['on: 1\n', 'fatal'],
  ])('%j is %s', (text, outcome) => {
    expect(resolveText(text, hostOf(0)).outcome).toBe(outcome);
  });

  test('a fatal file says what throws and where', () => {
    expect(resolveText('', hostOf(0)).fatal).toMatchObject({ thrown: 'NullPointerException', kind: 'empty' });
    expect(resolveText('- 1\n', hostOf(0)).fatal).toMatchObject({
      thrown: 'ClassCastException',
      kind: 'root-not-map',
    });
    expect(resolveText('minWorkers: 1\non: 1\n', hostOf(0)).fatal).toMatchObject({
      thrown: 'ClassCastException',
      kind: 'non-string-key',
      range: { start: { line: 2, column: 1 } },
    });
  });

  test('keys that the frontend does not read are listed in file order', () => {
    const effective = resolveText(
      'handler:\n  a: 1\nBatchSize: 4\ntorchrun:\n  max-restarts: 2\n',
      hostOf(0),
    );
    expect(effective.unreadKeys.map(({ path }) => path)).toEqual([['handler'], ['BatchSize']]);
    expect(effective.unreadTorchrunKeys.map(({ path }) => path)).toEqual([['torchrun', 'max-restarts']]);
  });
});

describe('workers at startup', () => {
  test.each([
    ['a valid pair counts', 'minWorkers: 2\nmaxWorkers: 3\n', [2, 'declared'], [3, 'declared']],
    ['none: one worker per GPU', 'batchSize: 1\n', [4, 'default'], [4, 'default']],
    ['only one of both', 'minWorkers: 2\n', [4, 'ignored', 'incomplete-pair'], [4, 'default']],
    [
      'min above max',
      'minWorkers: 3\nmaxWorkers: 2\n',
      [4, 'ignored', 'min-above-max'],
      [4, 'ignored', 'min-above-max'],
    ],
    [
      'max 0',
      'minWorkers: 1\nmaxWorkers: 0\n',
      [4, 'ignored', 'min-above-max'],
      [4, 'ignored', 'min-above-max'],
    ],
    [
      'min 0 is raised to 1 while reading',
      'minWorkers: 0\nmaxWorkers: 2\n',
      [1, 'clamped', 'below-minimum'],
      [2, 'declared'],
    ],
    [
      'a quoted number takes the other one down with it',
      'minWorkers: "1"\nmaxWorkers: 1\n',
      [4, 'ignored', 'wrong-type'],
      [4, 'ignored', 'incomplete-pair'],
    ],
  ])('%s', (_, text, min, max) => {
    expect(setting(text, 'minWorkers')).toEqual(min);
    expect(setting(text, 'maxWorkers')).toEqual(max);
  });

  test('the default is default_workers_per_model, else the GPUs even for a CPU model, else the cores', () => {
    const host = hostWithProperties(4, ['default_workers_per_model=3']);
    expect(setting('batchSize: 2\n', 'minWorkers', host)).toEqual([3, 'from-config-properties']);
    expect(setting('deviceType: cpu\n', 'minWorkers')).toEqual([4, 'default']);
    expect(setting('batchSize: 2\n', 'minWorkers', hostOf(0))).toEqual([2, 'default']);
  });

  test('each of the models JSON counts by itself, when the file has no valid pair', () => {
    const host = hostWithProperties(4, ['models={"m":{"1.0":{"minWorkers":2}}}']);
    expect(setting('batchSize: 1\n', 'minWorkers', host)).toEqual([2, 'from-config-properties']);
    expect(setting('batchSize: 1\n', 'maxWorkers', host)).toEqual([4, 'default']);
    expect(setting(pair, 'minWorkers', host)).toEqual([1, 'declared']);
  });

  test('another model, and another version beside 1.0, do not count', () => {
    const other = hostWithProperties(4, ['models={"n":{"1.0":{"minWorkers":2}}}']);
    expect(setting(null, 'minWorkers', other)).toEqual([4, 'default']);
    const versions = hostWithProperties(4, ['models={"m":{"2.0":{"minWorkers":2},"1.0":{"minWorkers":3}}}']);
    expect(setting(null, 'minWorkers', versions)).toEqual([3, 'from-config-properties']);
  });

  test('a single other version is an assumption, of several none counts', () => {
    const one = hostWithProperties(4, ['models={"m":{"2.0":{"minWorkers":2,"batchSize":8}}}']);
    expect(setting(null, 'minWorkers', one)).toEqual([2, 'from-config-properties', 'assumed']);
    expect(setting(null, 'batchSize', one)).toEqual([8, 'from-config-properties', 'assumed']);
    expect(resolveText(null, one).assumptions).toEqual(['model-version-unknown']);
    const two = hostWithProperties(4, ['models={"m":{"2.0":{"minWorkers":2},"3.0":{"minWorkers":3}}}']);
    expect(setting(null, 'minWorkers', two)).toEqual([4, 'default']);
    expect(resolveText(null, two).assumptions).toEqual(['model-version-unknown']);
  });

  test('a known version counts alone', () => {
    const host = hostWithProperties(4, ['models={"m":{"2.0":{"minWorkers":2}}}']);
    const minWorkers = (version: string) =>
      summary(resolveEffectiveConfig(null, host, 'm', version).settings.minWorkers);
    expect(minWorkers('2.0')).toEqual([2, 'from-config-properties']);
    expect(minWorkers('3.0')).toEqual([4, 'default']);
  });

  test('one worker is assumed when the default is unknown', () => {
    expect(setting('batchSize: 1\n', 'minWorkers', unknownHost)).toEqual([1, 'default', 'assumed']);
    expect(setting('batchSize: 1\n', 'minWorkers', hostOf(0, { cpuCores: 'unknown' }))).toEqual([
      1,
      'default',
      'assumed',
    ]);
    expect(setting(pair, 'minWorkers', unknownHost)).toEqual([1, 'declared']);
  });
});

describe('workers by the register API', () => {
  const entry = 'register-api';
  test('the pair counts; without it default_workers_per_model, or none', () => {
    expect(setting(pair, 'minWorkers', hostOf(4, { entry }))).toEqual([1, 'declared']);
    expect(setting('minWorkers: 2\n', 'minWorkers', hostOf(4, { entry }))).toEqual([
      0,
      'ignored',
      'incomplete-pair',
    ]);
    const host = hostWithProperties(
      4,
      ['default_workers_per_model=3', 'models={"m":{"1.0":{"minWorkers":2}}}'],
      { entry },
    );
    expect(setting('batchSize: 1\n', 'minWorkers', host)).toEqual([3, 'from-config-properties']);
  });
});

describe('workers and capacity', () => {
  const tp = (nproc: number) => `parallelType: tp\ntorchrun:\n  nproc-per-node: ${nproc}\n`;

  test('parallel workers are cut to what the GPUs have room for', () => {
    const effective = resolveText(`minWorkers: 4\nmaxWorkers: 5\n${tp(3)}`, hostOf(8));
    expect(summary(effective.settings.minWorkers)).toEqual([2, 'clamped', 'capacity']);
    expect(summary(effective.settings.maxWorkers)).toEqual([2, 'clamped', 'capacity']);
    expect(effective.wantedWorkers).toBe(4);
    expect(effective.capacity).toEqual({ workers: 2, needed: 3, devices: 8, isAssumed: false });
  });

  test('the capacity counts deviceIds, even when the number of GPUs is unknown', () => {
    const text = `${pair}deviceIds: [1]\n${tp(2)}`;
    expect(resolveText(text, hostOf(8)).capacity?.workers).toBe(0);
    expect(resolveText(text, unknownHost).capacity).toEqual({
      workers: 0,
      needed: 2,
      devices: 1,
      isAssumed: false,
    });
  });

  test('there is no capacity on CPU and without parallelism', () => {
    expect(resolveText(`${pair}${tp(4)}`, hostOf(0)).capacity).toBeNull();
    expect(resolveText(`${pair}deviceType: cpu\n${tp(4)}`, hostOf(2)).capacity).toBeNull();
    expect(resolveText(pair, hostOf(2)).capacity).toBeNull();
  });

  test('with unknown GPUs it is the most there can be', () => {
    expect(resolveText(`${pair}${tp(8)}`, unknownHost).capacity).toMatchObject({
      workers: 128,
      isAssumed: true,
    });
    const host = hostWithProperties('unknown', ['number_of_gpu=4']);
    expect(resolveText(`${pair}${tp(8)}`, host).capacity).toMatchObject({ workers: 0, devices: 4 });
  });
});

describe('batching', () => {
  const models = 'models={"m":{"1.0":{"batchSize":4,"maxBatchDelay":50}}}';
  const host = hostWithProperties(0, [models]);
  test.each([
    ['batchSize: 8\nmaxBatchDelay: 20\n', [8, 'declared'], [20, 'declared']],
    ['handler: {}\n', [4, 'from-config-properties'], [50, 'from-config-properties']],
    [null, [4, 'from-config-properties'], [50, 'from-config-properties']],
    ['batchSize: 0\nmaxBatchDelay: 0\n', [1, 'clamped', 'below-minimum'], [50, 'ignored', 'below-minimum']],
    ['batchSize: "8"\nmaxBatchDelay: -5\n', [4, 'ignored', 'wrong-type'], [50, 'ignored', 'below-minimum']],
  ])('%j with a models JSON', (text, batchSize, maxBatchDelay) => {
    expect(setting(text, 'batchSize', host)).toEqual(batchSize);
    expect(setting(text, 'maxBatchDelay', host)).toEqual(maxBatchDelay);
  });

  test('without anything 1 and 100 ms', () => {
    expect(setting('handler: {}\n', 'batchSize')).toEqual([1, 'default']);
    expect(setting('maxBatchDelay: 0\n', 'maxBatchDelay')).toEqual([100, 'ignored', 'below-minimum']);
  });

  test('0.8.0 reads the models JSON only beside a config file', () => {
    const old = hostWithProperties(0, [models], { torchserveVersion: '0.8.0' });
    expect(setting(null, 'batchSize', old)).toEqual([1, 'default']);
    expect(setting('handler: {}\n', 'batchSize', old)).toEqual([4, 'from-config-properties']);
  });
});

describe('timeouts', () => {
  const host = hostWithProperties(0, ['default_response_timeout=55', 'default_startup_timeout=66']);

  test('a config file hides the server defaults and the models JSON', () => {
    expect(setting('handler: {}\n', 'responseTimeout', host)).toEqual([120, 'default']);
    expect(setting('responseTimeout: 300\n', 'startupTimeout', host)).toEqual([120, 'default']);
    expect(setting('responseTimeout: 300\n', 'responseTimeout', host)).toEqual([300, 'declared']);
    expect(setting('responseTimeout: 0\n', 'responseTimeout', host)).toEqual([
      120,
      'ignored',
      'below-minimum',
    ]);
  });

  test('without one the models JSON counts, then the server default, then 120', () => {
    expect(setting(null, 'responseTimeout', host)).toEqual([55, 'from-config-properties']);
    expect(setting('minWorkers: [\n', 'startupTimeout', host)).toEqual([66, 'from-config-properties']);
    expect(setting(null, 'responseTimeout')).toEqual([120, 'default']);
    const json = hostWithProperties(0, [
      'default_response_timeout=55',
      'models={"m":{"1.0":{"responseTimeout":33}}}',
    ]);
    expect(setting(null, 'responseTimeout', json)).toEqual([33, 'from-config-properties']);
    expect(setting('handler: {}\n', 'responseTimeout', json)).toEqual([120, 'default']);
  });

  test('base 60 is taken, as another value than written', () => {
    expect(setting('responseTimeout: 1:30\n', 'responseTimeout')).toEqual([90, 'coerced']);
  });

  test('an async worker never looks at responseTimeout', () => {
    const text = 'asyncCommunication: true\nresponseTimeout: 300\n';
    expect(setting(text, 'responseTimeout')).toEqual([300, 'overridden', 'no-effect']);
    expect(setting('asyncCommunication: true\n', 'responseTimeout')).toEqual([120, 'default']);
  });

  test('before 0.12.0 the response timeout limits loading', () => {
    const text = 'responseTimeout: 300\nstartupTimeout: 600\n';
    const host0111 = hostOf(0, { torchserveVersion: '0.11.1' });
    expect(setting(text, 'startupTimeout', host0111)).toEqual([300, 'ignored', 'not-in-version']);
    expect(setting(`asyncCommunication: true\n${text}`, 'startupTimeout', host0111)).toEqual([
      600,
      'ignored',
      'not-in-version',
    ]);
    expect(setting('responseTimeout: 300\n', 'startupTimeout', host0111)).toEqual([300, 'default']);
  });

  test('a retry time of more than 2147483 s overflows', () => {
    expect(setting('maxRetryTimeoutInSec: 2147483\n', 'maxRetryTimeoutInSec')).toEqual([2147483, 'declared']);
    expect(setting('maxRetryTimeoutInSec: 2147484\n', 'maxRetryTimeoutInSec')).toEqual([
      -2147483,
      'coerced',
      'above-maximum',
    ]);
    expect(setting(null, 'maxRetryTimeoutInSec')).toEqual([300, 'default']);
  });
});

describe('device', () => {
  test.each([
    ['handler: {}\n', 4, ['GPU', 'default']],
    ['handler: {}\n', 0, ['CPU', 'default']],
    ['deviceType: cpu\n', 4, ['CPU', 'declared']],
    ['deviceType: CPU\n', 4, ['CPU', 'coerced']],
    ['deviceType: gpu\n', 4, ['GPU', 'declared']],
    ['deviceType: gpu\n', 0, ['CPU', 'overridden', 'no-accelerator']],
    ['deviceType: cuda\n', 4, ['GPU', 'ignored', 'unknown-value']],
    ['handler: {}\n', 'unknown', ['GPU', 'default', 'assumed']],
    ['deviceType: gpu\n', 'unknown', ['GPU', 'declared', 'assumed']],
    ['deviceType: cpu\n', 'unknown', ['CPU', 'declared']],
  ] as const)('%j on %s GPUs', (text, gpus, expected) => {
    expect(setting(text, 'deviceType', hostOf(gpus))).toEqual(expected);
  });

  test('0.8.0 does not honour deviceType cpu', () => {
    const host = hostOf(4, { torchserveVersion: '0.8.0' });
    expect(setting('deviceType: cpu\n', 'deviceType', host)).toEqual(['GPU', 'overridden', 'no-effect']);
  });

  test.each([
    ['deviceIds: [3, 1]\n', 4, [[3, 1], 'declared']],
    ['deviceIds: [0, 4]\n', 4, [null, 'ignored', 'out-of-range-device']],
    ['deviceIds: [-1, 0]\n', 4, [null, 'ignored', 'out-of-range-device']],
    ['deviceIds: [-1]\n', 'unknown', [null, 'ignored', 'out-of-range-device']],
    ['deviceIds: [0, 7]\n', 'unknown', [[0, 7], 'declared', 'assumed']],
    ['deviceIds: []\n', 4, [[], 'declared']],
    ['deviceIds: "0,1"\n', 4, [null, 'ignored', 'wrong-type']],
    ['deviceIds: [0, "1"]\n', 4, [null, 'ignored', 'wrong-element-type']],
    ['deviceType: cpu\ndeviceIds: [0]\n', 4, [[0], 'overridden', 'device-is-cpu']],
  ] as const)('%j on %s GPUs', (text, gpus, expected) => {
    expect(setting(text, 'deviceIds', hostOf(gpus))).toEqual(expected);
  });
});

describe('parallelism', () => {
  test.each([
    ['parallelType: tp\ntorchrun:\n  nproc-per-node: 4\n', ['TP', 'declared'], [4, 'declared']],
    [
      'parallelType: tp\ntorchrun:\n  nproc-per-node: "4"\n',
      ['TP', 'declared'],
      [1, 'ignored', 'wrong-type'],
    ],
    ['parallelType: tp\ntorchrun: {}\n', ['TP', 'declared'], [1, 'default']],
    ['parallelType: tp\n', ['NONE', 'ignored', 'type-without-level'], [0, 'default']],
    ['parallelLevel: 4\n', ['NONE', 'default'], [0, 'ignored', 'level-without-type']],
    ['torchrun:\n  nproc-per-node: 4\n', ['NONE', 'default'], [0, 'default']],
    [
      'parallelType: ddp\nparallelLevel: 2\n',
      ['NONE', 'ignored', 'unknown-value'],
      [0, 'ignored', 'level-without-type'],
    ],
    [
      'parallelType: tp\nparallelLevel: 2\ntorchrun:\n  nproc-per-node: 4\n',
      ['TP', 'declared'],
      [4, 'overridden', 'overridden-by-later-key'],
    ],
    [
      'parallelType: tp\ntorchrun:\n  nproc-per-node: 4\nparallelLevel: 2\n',
      ['TP', 'declared'],
      [2, 'declared'],
    ],
    [
      'parallelType: tp\ntorchrun:\n  nproc-per-node: 4\nparallelLevel: -3\n',
      ['TP', 'declared'],
      [4, 'ignored', 'below-minimum'],
    ],
  ])('%j', (text, type, level) => {
    expect(setting(text, 'parallelType', hostOf(8))).toEqual(type);
    expect(setting(text, 'parallelLevel', hostOf(8))).toEqual(level);
  });

  test('up to 0.8.2 a level of 1 is not parallel', () => {
    const host = hostOf(4, { torchserveVersion: '0.8.2' });
    const text = 'parallelType: tp\ntorchrun:\n  nproc-per-node: 1\n';
    expect(setting(text, 'parallelLevel', host)[0]).toBe(0);
    expect(setting(text, 'parallelType', host)).toEqual(['NONE', 'ignored', 'type-without-level']);
  });
});

describe('torchrun', () => {
  const section =
    'torchrun:\n  nproc-per-node: 2\n  nnodes: 0\n  rdzv-conf: a\n  monitor-interval: 9\n  node-rank: 1\n';

  test('what is passed, what is not, and what is dropped', () => {
    const { torchrun } = resolveText(`parallelType: tp\n${section}`, hostOf(4)).settings;
    expect(torchrun === null ? null : Object.values(torchrun).map(summary)).toEqual([
      [2, 'declared'],
      [1, 'ignored', 'below-minimum'],
      ['c10d', 'default'],
      [null, 'default'],
      ['a', 'overridden', 'never-passed'],
      [9, 'overridden', 'never-passed'],
      [1, 'overridden', 'never-passed'],
      [1, 'default'],
    ]);
  });

  test('without a parallel type nothing of it has an effect; for custom the number of processes is the level', () => {
    const plain = resolveText(section, hostOf(4)).settings.torchrun;
    expect(plain === null ? null : summary(plain.nprocPerNode)).toEqual([2, 'overridden', 'no-effect']);
    const custom = resolveText(`parallelType: custom\n${section}`, hostOf(4)).settings.torchrun;
    expect(custom === null ? null : summary(custom.nprocPerNode)).toEqual([2, 'declared']);
  });

  test('what is no map is no section', () => {
    expect(resolveText('torchrun: 4\n', hostOf(4)).settings.torchrun).toBeNull();
    expect(resolveText(null, hostOf(4)).settings.torchrun).toBeNull();
  });
});

describe('queue and flags', () => {
  const host = hostWithProperties(0, ['job_queue_size=50']);
  test.each([
    ['jobQueueSize: 7\n', host, [7, 'declared']],
    ['jobQueueSize: -7\n', host, [50, 'ignored', 'below-minimum']],
    ['jobQueueSize: "7"\n', host, [50, 'ignored', 'wrong-type']],
    ['handler: {}\n', host, [50, 'from-config-properties']],
    ['handler: {}\n', hostOf(0), [100, 'default']],
  ] as const)('%j', (text, onHost, expected) => {
    expect(setting(text, 'jobQueueSize', onHost)).toEqual(expected);
  });

  test('a runtime that is not python ignores useVenv', () => {
    const python3 = hostWithProperties(0, ['models={"m":{"1.0":{"runtimeType":"python3"}}}']);
    expect(setting('useVenv: true\n', 'useVenv', python3)).toEqual([false, 'overridden', 'no-effect']);
    expect(setting('useVenv: true\n', 'useVenv')).toEqual([true, 'declared']);
  });
});

describe('sequence batching', () => {
  test('the gate is sequenceMaxIdleMSec', () => {
    const closed = 'sequenceBatching: true\nmaxNumSequence: 5\nsequenceTimeoutMSec: 9\n';
    expect(setting(closed, 'maxNumSequence')).toEqual([0, 'ignored', 'gate-closed']);
    expect(setting(closed, 'sequenceTimeoutMSec')).toEqual([0, 'ignored', 'gate-closed']);
    expect(setting(closed, 'maxSequenceJobQueueSize')).toEqual([0, 'default']);
    expect(setting(closed, 'sequenceBatching')).toEqual([true, 'declared']);
    const open = `sequenceMaxIdleMSec: 60000\n${closed}`;
    expect(setting(open, 'maxNumSequence')).toEqual([5, 'declared']);
    expect(setting(open, 'maxSequenceJobQueueSize')).toEqual([1, 'default']);
  });

  test('in 0.10.0 the idle time alone switches it on', () => {
    const host = hostOf(0, { torchserveVersion: '0.10.0' });
    expect(setting('sequenceMaxIdleMSec: 60000\n', 'sequenceBatching', host)[0]).toBe(true);
    expect(setting('handler: {}\n', 'sequenceBatching', host)[0]).toBe(false);
  });
});

describe('snapshot', () => {
  const state = {
    defaultVersion: true,
    minWorkers: 2,
    maxWorkers: 3,
    batchSize: 4,
    maxBatchDelay: 50,
    responseTimeout: 33,
  };
  const snapshot = JSON.stringify({ name: 'startup.cfg', models: { m: { '1.0': state } } });
  const host = hostWithProperties(4, [`model_snapshot=${snapshot}`]);

  test('its values replace those of the file, whatever the entry says; a missing timeout is 120', () => {
    const text = `${pair}batchSize: 8\nstartupTimeout: 600\njobQueueSize: 7\n`;
    expect(setting(text, 'minWorkers', host)).toEqual([2, 'overridden', 'snapshot']);
    expect(setting(text, 'maxWorkers', host)).toEqual([3, 'overridden', 'snapshot']);
    expect(setting(text, 'batchSize', host)).toEqual([4, 'overridden', 'snapshot']);
    expect(setting(text, 'maxBatchDelay', host)).toEqual([50, 'from-config-properties', 'snapshot']);
    expect(setting(text, 'responseTimeout', host)).toEqual([33, 'from-config-properties', 'snapshot']);
    expect(setting(text, 'startupTimeout', host)).toEqual([120, 'overridden', 'snapshot']);
    expect(setting(text, 'jobQueueSize', host)).toEqual([7, 'declared']);
  });

  test('without its text the file is an assumption', () => {
    expect(setting(`${pair}`, 'minWorkers', hostOf(4, { entry: 'snapshot' }))).toEqual([
      1,
      'overridden',
      'snapshot',
      'assumed',
    ]);
    expect(resolveText(pair, hostOf(4, { entry: 'snapshot' })).assumptions).toEqual(['snapshot-unknown']);
    const broken = hostWithProperties(4, ['model_snapshot={']);
    expect(setting(`${pair}`, 'minWorkers', broken)).toEqual([1, 'overridden', 'snapshot', 'assumed']);
  });

  test('a registration does not look at it', () => {
    expect(setting(pair, 'minWorkers', { ...host, entry: 'register-api' })).toEqual([1, 'declared']);
  });
});
