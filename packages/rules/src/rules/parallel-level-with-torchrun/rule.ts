import { torchserve } from '@topodiff/schema';
import { defineRule } from '../../rule.ts';
import { declaredInteger } from '../../settings.ts';

export const parallelLevelWithTorchrun = defineRule({
  id: 'parallel-level-with-torchrun',
  description: 'Disallow a parallelLevel that repeats nproc-per-node',
  rationale:
    'torchrun and parallelLevel write the same setting, and the later one wins. Equal numbers do no harm until somebody changes one of them.',
  area: 'parallelism',
  severity: 'warning',
  presets: ['recommended', 'strict'],
  needs: 'effective-config',
  versions: { since: '0.11.1' },
  fixable: true,
  evidence: ['parser-observed', 'documentation'],
  upstream: [
    torchserve('archive/model/ModelConfig.java', 'build: both keys set the parallel level', '152-175'),
    torchserve('docs/large_model_inference.md', 'set one of the two', '36'),
  ],
  messages: { repeated: 'parallelLevel {level} repeats nproc-per-node, which sets it already.' },
  suggestions: { repeated: 'Remove parallelLevel.' },
  check: ({ effective: { settings } }) => {
    const { parallelLevel, parallelType, torchrun } = settings;
    const level = declaredInteger(parallelLevel);
    const type = parallelType.configured;
    if (level === null || type === 'NONE' || type === 'CUSTOM') return [];
    if (torchrun?.nprocPerNode.configured !== level) return [];
    const fix = [{ kind: 'remove-entry' as const, at: parallelLevel.path }];
    return [
      {
        messageId: 'repeated' as const,
        at: parallelLevel.path,
        target: 'key' as const,
        params: { level },
        fix,
      },
    ];
  },
});
