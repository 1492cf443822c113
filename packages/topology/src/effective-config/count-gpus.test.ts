import { hostOf, hostWithProperties } from '../testing/plan-text.ts';
import { countGpus, hasGpus, mostGpusOfAHost } from './count-gpus.ts';

test('the number of GPUs is what the host detects, limited by number_of_gpu', () => {
  expect(countGpus(hostOf(8))).toEqual({ isKnown: true, count: 8 });
  expect(countGpus(hostWithProperties(8, ['number_of_gpu=2']))).toEqual({ isKnown: true, count: 2 });
  expect(countGpus(hostWithProperties(3, ['number_of_gpu=5']))).toEqual({ isKnown: true, count: 3 });
  expect(countGpus(hostWithProperties(2, ['number_of_gpu=-1']))).toEqual({ isKnown: true, count: -1 });
});

test('an unknown number stays unknown, but not above number_of_gpu', () => {
  expect(countGpus(hostOf('unknown'))).toEqual({ isKnown: false, atMost: mostGpusOfAHost });
  expect(countGpus(hostWithProperties('unknown', ['number_of_gpu=4']))).toEqual({
    isKnown: false,
    atMost: 4,
  });
  expect(countGpus(hostWithProperties('unknown', ['number_of_gpu=0']))).toEqual({
    isKnown: true,
    count: 0,
  });
});

test('CUDA_VISIBLE_DEVICES of the server replaces what is detected, on master it filters it', () => {
  const parentVisibleDevices = [4, 5, 6, 7];
  expect(countGpus(hostOf(2, { parentVisibleDevices }))).toEqual({ isKnown: true, count: 4 });
  expect(countGpus(hostOf('unknown', { parentVisibleDevices }))).toEqual({ isKnown: true, count: 4 });
  expect(countGpus(hostOf(6, { parentVisibleDevices, torchserveVersion: 'master' }))).toEqual({
    isKnown: true,
    count: 2,
  });
  expect(countGpus(hostOf(6, { parentVisibleDevices: [] }))).toEqual({ isKnown: true, count: 6 });
});

test('an unknown number counts as at least one GPU, none and fewer do not', () => {
  expect(hasGpus({ isKnown: false, atMost: 4 })).toBe(true);
  expect(hasGpus({ isKnown: true, count: 1 })).toBe(true);
  expect(hasGpus({ isKnown: true, count: 0 })).toBe(false);
  expect(hasGpus({ isKnown: true, count: -1 })).toBe(false);
});

test.each([-1, 1.5, mostGpusOfAHost + 1, Number.NaN])('a host cannot have %d GPUs', (gpus) => {
  expect(() => countGpus(hostOf(gpus))).toThrow(RangeError);
});
