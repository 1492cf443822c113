import type { TorchserveVersion } from '@topodiff/schema';
import { hostOf, hostWithProperties, resolveText } from '../testing/plan-text.ts';
import { resolveSetting } from '../testing/summarize-setting.ts';

const pair = 'minWorkers: 1\nmaxWorkers: 1\n';

describe('snapshot', () => {
  const state = {
    defaultVersion: true,
    marName: 'm.mar',
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
    expect(resolveSetting(text, 'minWorkers', host)).toEqual([2, 'overridden', 'snapshot']);
    expect(resolveSetting(text, 'maxWorkers', host)).toEqual([3, 'overridden', 'snapshot']);
    expect(resolveSetting(text, 'batchSize', host)).toEqual([4, 'overridden', 'snapshot']);
    expect(resolveSetting(text, 'maxBatchDelay', host)).toEqual([50, 'from-config-properties', 'snapshot']);
    expect(resolveSetting(text, 'responseTimeout', host)).toEqual([33, 'from-config-properties', 'snapshot']);
    expect(resolveSetting(text, 'startupTimeout', host)).toEqual([120, 'overridden', 'snapshot']);
    expect(resolveSetting(text, 'jobQueueSize', host)).toEqual([7, 'declared']);
  });

  test('without its text the file is an assumption', () => {
    expect(resolveSetting(`${pair}`, 'minWorkers', hostOf(4, { entry: 'snapshot' }))).toEqual([
      1,
      'overridden',
      'snapshot',
      'assumed',
    ]);
    expect(resolveText(pair, hostOf(4, { entry: 'snapshot' })).assumptions).toEqual(['snapshot-unknown']);
    const broken = hostWithProperties(4, ['model_snapshot={']);
    expect(resolveSetting(`${pair}`, 'minWorkers', broken)).toEqual([1, 'overridden', 'snapshot', 'assumed']);
  });

  test('a registration does not look at it', () => {
    expect(resolveSetting(pair, 'minWorkers', { ...host, entry: 'register-api' })).toEqual([1, 'declared']);
  });

  describe('what TorchServe misses in it', () => {
    const failureOf = (change: object, version: TorchserveVersion = '0.12.0') => {
      const text = JSON.stringify({ models: { m: { '1.0': { ...state, ...change } } } });
      const host = hostWithProperties(4, [`model_snapshot=${text}`], { torchserveVersion: version });
      return resolveText(pair, host).loadFailure;
    };

    test.each([
      [{ batchSize: undefined }, { key: 'batchSize' }],
      [{ minWorkers: null }, { key: 'minWorkers' }],
      [{ maxBatchDelay: [1, 2] }, { key: 'maxBatchDelay' }],
      [{ parallelLevel: 'x' }, { key: 'parallelLevel' }],
      [{ responseTimeout: 'x' }, { key: 'responseTimeout' }],
      [{ marName: undefined }, { key: null }],
      [{ defaultVersion: undefined }, { key: null }],
      [{ responseTimeout: null, startupTimeout: null }, null],
      [{ minWorkers: '2', batchSize: [4], maxBatchDelay: 5.7 }, null],
    ])('%j', (change, failure) => {
      expect(failureOf(change)).toEqual(failure);
    });

    test('before 0.12.0 a responseTimeout, too', () => {
      expect(failureOf({ responseTimeout: undefined }, '0.11.1')).toEqual({ key: 'responseTimeout' });
      expect(failureOf({ startupTimeout: 'x' }, '0.11.1')).toBeNull();
    });
  });
});
