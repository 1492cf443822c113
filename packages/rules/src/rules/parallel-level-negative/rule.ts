import { torchserve } from '@topodiff/schema';
import { defineRule } from '../../rule.ts';
import { declaredInteger } from '../../settings.ts';

export const parallelLevelNegative = defineRule({
  id: 'parallel-level-negative',
  description: 'Disallow a negative parallelLevel',
  rationale:
    'TorchServe warns that it sets a negative parallelLevel to 0. In fact it keeps the value that it had, which a torchrun section further up may have set.',
  area: 'parallelism',
  severity: 'warning',
  presets: ['recommended', 'strict'],
  needs: 'effective-config',
  versions: { since: '0.11.1' },
  evidence: ['parser-observed'],
  upstream: [torchserve('archive/model/ModelConfig.java', 'setParallelLevel', '367-373')],
  messages: { negative: 'parallelLevel is {written}: TorchServe ignores it and keeps {value}.' },
  suggestions: { negative: 'Write the number of GPUs of one worker, or remove the line.' },
  check: ({ effective: { settings } }) => {
    const { path, configured } = settings.parallelLevel;
    const written = declaredInteger(settings.parallelLevel);
    if (written === null || written >= 0) return [];
    return [{ messageId: 'negative' as const, at: path, params: { written, value: configured } }];
  },
});
