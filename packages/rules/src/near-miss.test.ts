import { topLevelKeys } from './frontend-keys.ts';
import { findNearMiss } from './near-miss.ts';

describe('findNearMiss', () => {
  test.each([
    ['BatchSize', 'batchSize', true],
    ['batch_size', 'batchSize', true],
    ['batch-size', 'batchSize', true],
    ['minworkers', 'minWorkers', true],
    ['minWorker', 'minWorkers', false],
    ['maxWrokers', 'maxWorkers', false],
    ['respnseTimeout', 'responseTimeout', false],
    ['useVen', 'useVenv', false],
    ['asynCommunicaton', 'asyncCommunication', false],
    ['clientTimeoutInMillis', 'clientTimeoutInMills', false],
    ['torchRun', 'torchrun', true],
  ])('%s is near %s', (key, meant, isSpelling) => {
    expect(findNearMiss(key, topLevelKeys())).toEqual({ meant, isSpelling });
  });

  test.each(['batchSize', 'handler', 'pippy', 'pt2', 'timeout', 'workers', 'usevnve', 'device', 'x', ''])(
    '%j is near no other key',
    (key) => {
      expect(findNearMiss(key, topLevelKeys())).toBeNull();
    },
  );

  test('takes the nearest of several', () => {
    expect(findNearMiss('mixWorkers', ['maxWorkers', 'minWorkers'])).toEqual({
      meant: 'maxWorkers',
      isSpelling: false,
    });
    expect(findNearMiss('minWorkes', ['maxWorkers', 'minWorkers'])).toEqual({
      meant: 'minWorkers',
      isSpelling: false,
    });
  });

  test('costs little on a very long key', () => {
    expect(findNearMiss('x'.repeat(100_000), topLevelKeys())).toBeNull();
  });
});
