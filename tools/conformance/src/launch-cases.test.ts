import { compareLaunchCases } from './launch-cases.ts';

/** One worker under torchrun, as TorchServe 0.12.0 showed it. */
const worker = {
  id: '29500',
  gpuIdGivenToHandler: 0,
  ready: true,
  launcher: 'torchrun',
  CUDA_VISIBLE_DEVICES: '0,1',
  OMP_NUM_THREADS: '1',
};

const row = {
  id: 'tp-2',
  torchserve: 'v0.12.0',
  gpusDetected: 2,
  configProperties: ['job_queue_size=50'],
  models: [
    {
      name: 'g',
      modelConfig: 'minWorkers: 1\nmaxWorkers: 1\nparallelType: tp\ntorchrun:\n  nproc-per-node: 2\n',
      registered: true,
      describe: { minWorkers: 1, parallelType: 'tp', queueCapacity: 50 },
      workers: [worker],
    },
  ],
  serverStarted: true,
};

function compare(changes: object): unknown {
  return compareLaunchCases(JSON.stringify([{ ...row, ...changes }]))[0]?.mismatches;
}

function withWorker(changes: object): unknown {
  const models = row.models.map((model) => ({ ...model, workers: [{ ...worker, ...changes }] }));
  return compare({ models });
}

test('an equal case has no mismatch', () => {
  expect(compareLaunchCases(JSON.stringify([row]))).toEqual([{ caseName: 'tp-2 v0.12.0', mismatches: [] }]);
});

test.each([
  ['id', '29502', '29500'],
  ['gpuIdGivenToHandler', 1, 0],
  ['launcher', 'python', 'torchrun'],
  ['CUDA_VISIBLE_DEVICES', '0', '0,1'],
  ['OMP_NUM_THREADS', null, '1'],
])('a worker that differs in %s is one', (field, theirs, ours) => {
  expect(withWorker({ [field]: theirs })).toEqual([{ field: `models[0].workers[0].${field}`, theirs, ours }]);
});

test('a different command is one', () => {
  expect(withWorker({ argv: ['torchrun'] })).toMatchObject([{ field: 'models[0].workers[0].argv' }]);
});

test('a worker that never came up needs a blocker, and nothing else of it is compared', () => {
  expect(withWorker({ CUDA_VISIBLE_DEVICES: undefined, launcher: null, OMP_NUM_THREADS: '7' })).toEqual([
    { field: 'models[0].workers[0].neverCameUp', theirs: true, ours: false },
  ]);
});

test('a different number of workers is one', () => {
  const models = row.models.map((model) => ({ ...model, workers: [] }));
  expect(compare({ models })).toEqual([{ field: 'models[0].workers.length', theirs: 0, ours: 1 }]);
});

test('a described value that differs is one, and so is a key that nobody knows', () => {
  const describe = { queueCapacity: 51, colour: 'red' };
  const models = row.models.map((model) => ({ ...model, describe }));
  expect(compare({ models })).toEqual([
    { field: 'models[0].describe.queueCapacity', theirs: 51, ours: 50 },
    { field: 'models[0].describe.colour', theirs: 'red', ours: undefined },
  ]);
});

test('a server that did not start is one', () => {
  expect(compare({ serverStarted: false, exitCode: 1 })).toEqual([
    { field: 'serverStarted', theirs: false, ours: true },
    { field: 'exitCode', theirs: 1, ours: null },
  ]);
});

test('a version takes its own rows only', () => {
  expect(compareLaunchCases(JSON.stringify([row]), 'master')).toEqual([]);
});

test.each([
  ['no list', '{}'],
  ['another format', '[{"yaml": "a"}]'],
  ['an unknown version', JSON.stringify([{ ...row, torchserve: 'v0.7.0' }])],
])('%s is no file of recorded starts', (_, text) => {
  expect(() => compareLaunchCases(text)).toThrow();
});
