import { torchserve } from '@topodiff/schema';
import { defineRule } from '../../rule.ts';
import { declaredInteger, shownValue } from '../../settings.ts';

export const maxBatchDelayNegative = defineRule({
  id: 'max-batch-delay-negative',
  description: 'Disallow a negative maxBatchDelay',
  rationale: 'TorchServe logs a warning, ignores the value and goes on as if it were not there.',
  area: 'batching',
  severity: 'error',
  presets: ['recommended', 'strict'],
  needs: 'effective-config',
  evidence: ['parser-observed'],
  upstream: [torchserve('archive/model/ModelConfig.java', 'setMaxBatchDelay', '314-320')],
  messages: {
    negative: 'maxBatchDelay is {written} ms: TorchServe ignores a negative delay and uses {value} ms.',
  },
  suggestions: { negative: 'Write the milliseconds to wait for more requests; 1 is the shortest delay.' },
  check: ({ effective: { settings } }) => {
    const written = declaredInteger(settings.maxBatchDelay);
    if (written === null || written >= 0) return [];
    const { path } = settings.maxBatchDelay;
    return [
      { messageId: 'negative', at: path, params: { written, value: shownValue(settings.maxBatchDelay) } },
    ];
  },
});
