import { unknownHost } from '../host-profile.ts';
import { hostOf, hostWithProperties, resolveText } from '../testing/plan-text.ts';
import { resolveSetting, summarizeSetting } from '../testing/summarize-setting.ts';
import { resolveEffectiveConfig } from './resolve-effective-config.ts';

const pair = 'minWorkers: 1\nmaxWorkers: 1\n';

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
    expect(resolveSetting(text, 'minWorkers')).toEqual(min);
    expect(resolveSetting(text, 'maxWorkers')).toEqual(max);
  });

  test('the default is default_workers_per_model, else the GPUs even for a CPU model, else the cores', () => {
    const host = hostWithProperties(4, ['default_workers_per_model=3']);
    expect(resolveSetting('batchSize: 2\n', 'minWorkers', host)).toEqual([3, 'from-config-properties']);
    expect(resolveSetting('deviceType: cpu\n', 'minWorkers')).toEqual([4, 'default']);
    expect(resolveSetting('batchSize: 2\n', 'minWorkers', hostOf(0))).toEqual([2, 'default']);
  });

  test('each of the models JSON counts by itself, when the file has no valid pair', () => {
    const host = hostWithProperties(4, ['models={"m":{"1.0":{"minWorkers":2}}}']);
    expect(resolveSetting('batchSize: 1\n', 'minWorkers', host)).toEqual([2, 'from-config-properties']);
    expect(resolveSetting('batchSize: 1\n', 'maxWorkers', host)).toEqual([4, 'default']);
    expect(resolveSetting(pair, 'minWorkers', host)).toEqual([1, 'declared']);
  });

  test('another model, and another version beside 1.0, do not count', () => {
    const other = hostWithProperties(4, ['models={"n":{"1.0":{"minWorkers":2}}}']);
    expect(resolveSetting(null, 'minWorkers', other)).toEqual([4, 'default']);
    const versions = hostWithProperties(4, ['models={"m":{"2.0":{"minWorkers":2},"1.0":{"minWorkers":3}}}']);
    expect(resolveSetting(null, 'minWorkers', versions)).toEqual([3, 'from-config-properties']);
  });

  test('a single other version is an assumption, of several none counts', () => {
    const one = hostWithProperties(4, ['models={"m":{"2.0":{"minWorkers":2,"batchSize":8}}}']);
    expect(resolveSetting(null, 'minWorkers', one)).toEqual([2, 'from-config-properties', 'assumed']);
    expect(resolveSetting(null, 'batchSize', one)).toEqual([8, 'from-config-properties', 'assumed']);
    expect(resolveText(null, one).assumptions).toEqual(['model-version-unknown']);
    const two = hostWithProperties(4, ['models={"m":{"2.0":{"minWorkers":2},"3.0":{"minWorkers":3}}}']);
    expect(resolveSetting(null, 'minWorkers', two)).toEqual([4, 'default']);
    expect(resolveText(null, two).assumptions).toEqual(['model-version-unknown']);
  });

  test('a known version counts alone', () => {
    const host = hostWithProperties(4, ['models={"m":{"2.0":{"minWorkers":2}}}']);
    const minWorkers = (version: string) =>
      summarizeSetting(resolveEffectiveConfig(null, host, 'm', version).settings.minWorkers);
    expect(minWorkers('2.0')).toEqual([2, 'from-config-properties']);
    expect(minWorkers('3.0')).toEqual([4, 'default']);
  });

  test('one worker is assumed when the default is unknown', () => {
    expect(resolveSetting('batchSize: 1\n', 'minWorkers', unknownHost)).toEqual([1, 'default', 'assumed']);
    expect(resolveSetting('batchSize: 1\n', 'minWorkers', hostOf(0, { cpuCores: 'unknown' }))).toEqual([
      1,
      'default',
      'assumed',
    ]);
    expect(resolveSetting(pair, 'minWorkers', unknownHost)).toEqual([1, 'declared']);
  });
});

describe('workers by the register API', () => {
  const entry = 'register-api';
  test('the pair counts; without it default_workers_per_model, or none', () => {
    expect(resolveSetting(pair, 'minWorkers', hostOf(4, { entry }))).toEqual([1, 'declared']);
    expect(resolveSetting('minWorkers: 2\n', 'minWorkers', hostOf(4, { entry }))).toEqual([
      0,
      'ignored',
      'incomplete-pair',
    ]);
    const host = hostWithProperties(
      4,
      ['default_workers_per_model=3', 'models={"m":{"1.0":{"minWorkers":2}}}'],
      { entry },
    );
    expect(resolveSetting('batchSize: 1\n', 'minWorkers', host)).toEqual([3, 'from-config-properties']);
  });
});

describe('workers and capacity', () => {
  const tp = (nproc: number) => `parallelType: tp\ntorchrun:\n  nproc-per-node: ${nproc}\n`;

  test('parallel workers are cut to what the GPUs have room for', () => {
    const effective = resolveText(`minWorkers: 4\nmaxWorkers: 5\n${tp(3)}`, hostOf(8));
    expect(summarizeSetting(effective.settings.minWorkers)).toEqual([2, 'clamped', 'capacity']);
    expect(summarizeSetting(effective.settings.maxWorkers)).toEqual([2, 'clamped', 'capacity']);
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
