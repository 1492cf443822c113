import { hostOf } from '../testing/plan-text.ts';
import { resolveSetting } from '../testing/summarize-setting.ts';

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
    expect(resolveSetting(text, 'parallelType', hostOf(8))).toEqual(type);
    expect(resolveSetting(text, 'parallelLevel', hostOf(8))).toEqual(level);
  });

  test('up to 0.8.2 a level of 1 is not parallel', () => {
    const host = hostOf(4, { torchserveVersion: '0.8.2' });
    const text = 'parallelType: tp\ntorchrun:\n  nproc-per-node: 1\n';
    expect(resolveSetting(text, 'parallelLevel', host)[0]).toBe(0);
    expect(resolveSetting(text, 'parallelType', host)).toEqual(['NONE', 'ignored', 'type-without-level']);
  });
});
