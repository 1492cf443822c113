import { createDeviceAssigner } from './assign-devices.ts';
import type { DeviceAssigner, DeviceDemand } from './assign-devices.ts';

const eightGpus = { isKnown: true, count: 8 } as const;
const unknownGpus = { isKnown: false, atMost: 1024 } as const;

function gpuIds(assigner: DeviceAssigner, demand: DeviceDemand, workers: number): (number | null)[] {
  const devices = assigner.forModel(demand);
  return Array.from({ length: workers }, () => devices.next().gpuId);
}

function visible(assigner: DeviceAssigner, demand: DeviceDemand, workers: number): unknown[] {
  const devices = assigner.forModel(demand);
  return Array.from({ length: workers }, () => devices.next().visibleDevices);
}

const plain: DeviceDemand = { deviceIds: null, parallelLevel: 0 };

test('plain workers start at GPU 1, wrap around, and share one counter over all models', () => {
  const assigner = createDeviceAssigner({ isKnown: true, count: 3 }, 'by-level');
  expect(gpuIds(assigner, plain, 4)).toEqual([1, 2, 0, 1]);
  expect(gpuIds(assigner, plain, 2)).toEqual([2, 0]);
});

test('a single GPU is GPU 0', () => {
  expect(gpuIds(createDeviceAssigner({ isKnown: true, count: 1 }, 'by-level'), plain, 2)).toEqual([0, 0]);
});

test('workers that are not listed still move the shared counter', () => {
  const assigner = createDeviceAssigner(eightGpus, 'by-level');
  assigner.forModel(plain).skip(2_000_000_003);
  expect(gpuIds(assigner, plain, 1)).toEqual([4]);
});

test('plain workers with deviceIds take them in their order, from their own counter', () => {
  const assigner = createDeviceAssigner(eightGpus, 'by-level');
  const demand = { deviceIds: [3, 1], parallelLevel: 0 };
  expect(gpuIds(assigner, demand, 3)).toEqual([3, 1, 3]);
  expect(gpuIds(assigner, demand, 1)).toEqual([3]);
  expect(visible(assigner, demand, 1)).toEqual([null]);
  expect(gpuIds(assigner, plain, 1)).toEqual([1]);
});

test('an empty list of deviceIds is none', () => {
  const assigner = createDeviceAssigner(eightGpus, 'by-level');
  expect(gpuIds(assigner, { deviceIds: [], parallelLevel: 0 }, 2)).toEqual([1, 2]);
});

test('parallel models each start at GPU 0 and take stretches of their level', () => {
  const assigner = createDeviceAssigner(eightGpus, 'by-level');
  const demand = { deviceIds: null, parallelLevel: 3 };
  expect(visible(assigner, demand, 2)).toEqual([
    [0, 1, 2],
    [3, 4, 5],
  ]);
  expect(visible(assigner, demand, 1)).toEqual([[0, 1, 2]]);
});

test('parallel workers with deviceIds get ids to see and a position as gpu_id', () => {
  const devices = createDeviceAssigner(eightGpus, 'by-level').forModel({
    deviceIds: [1, 3, 5, 7],
    parallelLevel: 2,
  });
  expect([devices.next(), devices.next()]).toEqual([
    { gpuId: 0, visibleDevices: [1, 3], devices: [1, 3] },
    { gpuId: 2, visibleDevices: [5, 7], devices: [5, 7] },
  ]);
});

test('with an unknown number of GPUs a plain worker has no known GPU, a parallel one starts at 0', () => {
  const assigner = createDeviceAssigner(unknownGpus, 'by-level');
  expect(assigner.forModel(plain).next()).toEqual({ gpuId: null, visibleDevices: null, devices: [] });
  expect(visible(assigner, { deviceIds: null, parallelLevel: 2 }, 2)).toEqual([
    [0, 1],
    [2, 3],
  ]);
});

test('0.9.0 gives the third and later parallel workers the GPUs of the second', () => {
  const assigner = createDeviceAssigner(eightGpus, 'stuck-after-first-step');
  expect(visible(assigner, { deviceIds: null, parallelLevel: 2 }, 3)).toEqual([
    [0, 1],
    [2, 3],
    [2, 3],
  ]);
});

test('0.9.0 never uses a third device id', () => {
  const assigner = createDeviceAssigner(eightGpus, 'stuck-after-first-step');
  expect(gpuIds(assigner, { deviceIds: [4, 5, 6], parallelLevel: 0 }, 4)).toEqual([4, 5, 4, 5]);
});
