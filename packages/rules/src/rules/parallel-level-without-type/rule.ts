import { torchserve } from '@topodiff/schema';
import { defineRule } from '../../rule.ts';
import { declaredInteger } from '../../settings.ts';

export const parallelLevelWithoutType = defineRule({
  id: 'parallel-level-without-type',
  description: 'Require a parallelType with parallelLevel',
  rationale:
    "TorchServe ignores parallelLevel unless parallelType is set to a name that it knows. TorchServe's own LLM launcher writes files of this kind; they serve because the engine sees every GPU anyway.",
  area: 'parallelism',
  severity: 'error',
  presets: ['recommended', 'strict'],
  needs: 'effective-config',
  versions: { since: '0.11.1' },
  evidence: ['observed', 'documentation'],
  upstream: [
    torchserve('wlm/Model.java', 'the constructor drops the level without a type', '100-105'),
    torchserve('ts/llm_launcher.py', 'writes parallelLevel without a type', '83-85'),
  ],
  messages: {
    ignored:
      'parallelLevel {level} has no effect without a parallelType that TorchServe knows: each worker is one plain process that sees every GPU.',
  },
  suggestions: {
    ignored:
      'Add parallelType: custom for an engine in one process; for pp and tp use torchrun with nproc-per-node.',
  },
  check: ({ effective: { settings } }) => {
    const level = declaredInteger(settings.parallelLevel);
    if (level === null || level < 1 || settings.parallelType.configured !== 'NONE') return [];
    return [{ messageId: 'ignored', at: settings.parallelLevel.path, params: { level } }];
  },
});
