import { hostOf } from '../testing/plan-text.ts';
import { resolveSetting } from '../testing/summarize-setting.ts';

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
    expect(resolveSetting(text, 'deviceType', hostOf(gpus))).toEqual(expected);
  });

  test('0.8.0 does not honour deviceType cpu', () => {
    const host = hostOf(4, { torchserveVersion: '0.8.0' });
    expect(resolveSetting('deviceType: cpu\n', 'deviceType', host)).toEqual([
      'GPU',
      'overridden',
      'no-effect',
    ]);
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
    expect(resolveSetting(text, 'deviceIds', hostOf(gpus))).toEqual(expected);
  });
});
