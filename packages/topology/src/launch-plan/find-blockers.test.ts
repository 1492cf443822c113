import { resolveEffectiveConfig } from '../effective-config/resolve-effective-config.ts';
import { hostOf, hostWithProperties, launchText, planTexts } from '../testing/plan-text.ts';
import type { ModelLaunch } from './launch-plan.ts';
import { planLaunch } from './plan-launch.ts';

const pair = 'minWorkers: 1\nmaxWorkers: 1\n';
const tp = (nproc: number | string) => `parallelType: tp\ntorchrun:\n  nproc-per-node: ${nproc}\n`;

function kinds(launch: ModelLaunch | undefined): readonly string[] | undefined {
  return launch?.blockers.map(({ kind }) => kind);
}

describe('blockers', () => {
  const custom = (level: number) => `${pair}parallelType: custom\nparallelLevel: ${level}\n`;
  test.each([
    ['a healthy model', `${pair}${tp(4)}`, []],
    [
      'a level without torchrun',
      `${pair}parallelType: tp\nparallelLevel: 2\n`,
      ['parallel-level-without-torchrun'],
    ],
    ['custom with one device', custom(1), []],
    ['custom without async', custom(2), ['custom-requires-async']],
    ['custom with async', `${custom(2)}asyncCommunication: true\n`, []],
    ['async with torchrun', `${pair}${tp(2)}asyncCommunication: true\n`, ['async-with-torchrun']],
    ['async with one rank', `${pair}${tp(1)}asyncCommunication: true\n`, []],
    ['a level above the processes', `${pair}${tp(2)}parallelLevel: 4\n`, ['level-above-nproc']],
    ['a level below the processes', `${pair}${tp(4)}parallelLevel: 2\n`, ['level-below-nproc']],
    ['too few GPUs', `${pair}${tp(8)}`, ['not-enough-devices']],
    ['a syntax error', 'minWorkers: [\n', ['python-cannot-read']],
    ['a file for the frontend alone', `${pair}handler:\n  a: =\n`, ['python-cannot-read']],
    ['an empty file', '', ['server-exits']],
  ])('%s', (_, text, expected) => {
    expect(kinds(launchText(text, hostOf(4)))).toEqual(expected);
  });

  test('too few GPUs: no worker, the model stays registered, and the blocker points at the number of processes', () => {
    const launch = launchText(`${pair}${tp(8)}`, hostOf(4));
    expect(launch).toMatchObject({
      isRegistered: true,
      minWorkers: 0,
      maxWorkers: 0,
      wantedWorkers: 1,
      workers: [],
    });
    expect(launch.blockers).toMatchObject([
      { needed: 8, available: 4, setting: { path: ['torchrun', 'nproc-per-node'] } },
    ]);
    const byLevel = launchText(
      `${pair}parallelType: custom\nparallelLevel: 8\nasyncCommunication: true\n`,
      hostOf(4),
    );
    expect(byLevel.blockers).toMatchObject([{ setting: { path: ['parallelLevel'] } }]);
  });

  test('a worker whose command cannot be put together has an id and a gpu_id, and no process', () => {
    const launch = launchText(`${pair}parallelType: tp\nparallelLevel: 2\n`, hostOf(4));
    expect(launch.workers).toMatchObject([
      {
        id: '29500',
        gpuId: 0,
        launcher: 'torchrun',
        argv: [],
        environment: {},
        visibleDevices: null,
        processCount: 0,
      },
    ]);
  });

  test('on master a custom worker on a GPU dies, on CPU it lives', () => {
    const text = custom(1);
    const onMaster = (gpus: number) => launchText(text, hostOf(gpus, { torchserveVersion: 'master' }));
    expect(kinds(onMaster(4))).toEqual(['custom-broken-on-master']);
    expect(onMaster(4).workers).toMatchObject([{ argv: [], launcher: 'python', visibleDevices: null }]);
    expect(kinds(onMaster(0))).toEqual([]);
  });

  test('a manifest that names a missing file: registered, and no worker loads', () => {
    const host = hostOf(0);
    const effective = resolveEffectiveConfig(null, host, 'm');
    const plan = planLaunch([{ name: 'm', effective, isConfigFileMissing: true }], host);
    expect(plan.models).toMatchObject([
      { isRegistered: true, minWorkers: 2, blockers: [{ kind: 'python-cannot-read' }] },
    ]);
  });

  test('a negative number of workers stops the server', () => {
    const plan = planTexts({ g: 'batchSize: 1\n' }, hostWithProperties(0, ['default_workers_per_model=-1']));
    expect(plan.serverStarts).toBe(false);
    expect(kinds(plan.models[0])).toEqual(['server-exits']);
  });

  test.each([0, -1])('a queue of %d jobs stops the server, unless the file has one of its own', (size) => {
    const lines = [`job_queue_size=${size}`];
    const host = hostWithProperties(0, lines);
    expect(planTexts({ g: pair, h: null }, host).serverStarts).toBe(false);
    expect(planTexts({ g: `${pair}jobQueueSize: 7\n` }, host).serverStarts).toBe(true);
    const registration = hostWithProperties(0, lines, { entry: 'register-api' });
    expect(planTexts({ g: pair }, registration)).toMatchObject({
      serverStarts: true,
      models: [{ isRegistered: false, workers: [], blockers: [{ kind: 'registration-fails' }] }],
    });
  });

  test('a registration without a pair has no worker, and is no failure', () => {
    const launch = launchText(tp(8), hostOf(4, { entry: 'register-api' }));
    expect(launch).toMatchObject({ isRegistered: true, minWorkers: 0, workers: [], blockers: [] });
  });
});

describe('a number in the models JSON that is none', () => {
  const json = (settings: string) => [`models={"m":{"1.0":${settings}}}`];
  const kindsOf = (text: string | null, settings: string) =>
    kinds(launchText(text, hostWithProperties(4, json(settings))));

  test('stops the server only when the model needs it', () => {
    expect(kindsOf(null, '{"batchSize":"x"}')).toEqual(['server-exits']);
    expect(kindsOf(pair, '{"batchSize":"x"}')).toEqual(['server-exits']);
    expect(kindsOf(`${pair}batchSize: 2\n`, '{"batchSize":"x"}')).toEqual([]);
    expect(kindsOf(pair, '{"minWorkers":"x"}')).toEqual(['server-exits']);
    expect(kindsOf(pair, '{"responseTimeout":"x","parallelLevel":"x"}')).toEqual([]);
    expect(
      kinds(launchText(null, hostWithProperties(4, ['models={"h":{"1.0":{"batchSize":"x"}}}']))),
    ).toEqual([]);
  });

  test('makes the register API refuse the model', () => {
    const host = hostWithProperties(4, json('{"batchSize":"x","minWorkers":"x"}'), { entry: 'register-api' });
    expect(kinds(launchText(pair, host))).toEqual(['registration-fails']);
    expect(kinds(launchText(`${pair}batchSize: 2\n`, host))).toEqual([]);
  });

  test('is not needed when a snapshot is restored', () => {
    const state =
      '{"defaultVersion":true,"marName":"m","minWorkers":1,"maxWorkers":1,"batchSize":1,"maxBatchDelay":1,"responseTimeout":1}';
    const snapshot = `model_snapshot={"models":{"m":{"1.0":${state}}}}`;
    expect(kinds(launchText(pair, hostWithProperties(4, [...json('{"minWorkers":"x"}'), snapshot])))).toEqual(
      [],
    );
  });

  test('nor may a number of the snapshot be missing', () => {
    const host = hostWithProperties(4, ['model_snapshot={"models":{"m":{"1.0":{"minWorkers":1}}}}']);
    expect(kinds(launchText(pair, host))).toEqual(['server-exits']);
  });
});
