import { torchserve } from '@topodiff/schema';
import { defineRule } from '../../rule.ts';

export const parallelTypeWithoutLevel = defineRule({
  id: 'parallel-type-without-level',
  description: 'Require a number of GPUs with parallelType',
  rationale:
    'TorchServe drops the parallel type when the parallel level is 0, which it is until torchrun (nproc-per-node) or parallelLevel sets it. The workers are then plain processes.',
  area: 'parallelism',
  severity: 'error',
  presets: ['recommended', 'strict'],
  needs: 'effective-config',
  evidence: ['source', 'documentation'],
  upstream: [torchserve('wlm/Model.java', 'the constructor drops the type without a level', '100-105')],
  messages: {
    torchrun:
      'parallelType {type} has no effect without a number of GPUs: TorchServe drops it, and each worker is one plain process.',
    custom:
      'parallelType custom has no effect without a number of GPUs: TorchServe drops it, and each worker is one plain process.',
  },
  suggestions: {
    torchrun: 'Add a torchrun section with nproc-per-node.',
    custom: 'Add parallelLevel.',
  },
  check: ({ effective: { settings } }) => {
    const { parallelType, parallelLevel } = settings;
    if (parallelType.configured === 'NONE' || parallelLevel.configured !== 0) return [];
    return parallelType.configured === 'CUSTOM'
      ? [{ messageId: 'custom', at: parallelType.path }]
      : [
          {
            messageId: 'torchrun',
            at: parallelType.path,
            params: { type: parallelType.configured.toLowerCase() },
          },
        ];
  },
});
