import { hostOf, resolveText } from '../testing/plan-text.ts';
import { summarizeSetting } from '../testing/summarize-setting.ts';

describe('torchrun', () => {
  const section =
    'torchrun:\n  nproc-per-node: 2\n  nnodes: 0\n  rdzv-conf: a\n  monitor-interval: 9\n  node-rank: 1\n';

  test('what is passed, what is not, and what is dropped', () => {
    const { torchrun } = resolveText(`parallelType: tp\n${section}`, hostOf(4)).settings;
    expect(torchrun === null ? null : Object.values(torchrun).map(summarizeSetting)).toEqual([
      [2, 'declared'],
      [1, 'ignored', 'below-minimum'],
      ['c10d', 'default'],
      [null, 'default'],
      ['a', 'overridden', 'never-passed'],
      [9, 'overridden', 'never-passed'],
      [1, 'overridden', 'never-passed'],
      [1, 'default'],
    ]);
  });

  test('without a parallel type nothing of it has an effect; for custom the number of processes is the level', () => {
    const plain = resolveText(section, hostOf(4)).settings.torchrun;
    expect(plain === null ? null : summarizeSetting(plain.nprocPerNode)).toEqual([
      2,
      'overridden',
      'no-effect',
    ]);
    const custom = resolveText(`parallelType: custom\n${section}`, hostOf(4)).settings.torchrun;
    expect(custom === null ? null : summarizeSetting(custom.nprocPerNode)).toEqual([2, 'declared']);
  });

  test('what is no map is no section', () => {
    expect(resolveText('torchrun: 4\n', hostOf(4)).settings.torchrun).toBeNull();
    expect(resolveText(null, hostOf(4)).settings.torchrun).toBeNull();
  });
});
