import { hostWithProperties } from '../testing/plan-text.ts';
import { resolveSetting } from '../testing/summarize-setting.ts';

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
    expect(resolveSetting(text, 'batchSize', host)).toEqual(batchSize);
    expect(resolveSetting(text, 'maxBatchDelay', host)).toEqual(maxBatchDelay);
  });

  test('without anything 1 and 100 ms', () => {
    expect(resolveSetting('handler: {}\n', 'batchSize')).toEqual([1, 'default']);
    expect(resolveSetting('maxBatchDelay: 0\n', 'maxBatchDelay')).toEqual([100, 'ignored', 'below-minimum']);
  });

  test('0.8.0 reads the models JSON only beside a config file', () => {
    const old = hostWithProperties(0, [models], { torchserveVersion: '0.8.0' });
    expect(resolveSetting(null, 'batchSize', old)).toEqual([1, 'default']);
    expect(resolveSetting('handler: {}\n', 'batchSize', old)).toEqual([4, 'from-config-properties']);
  });
});
