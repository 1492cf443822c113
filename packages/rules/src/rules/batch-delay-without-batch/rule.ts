import { torchserve } from '@topodiff/schema';
import { defineRule } from '../../rule.ts';
import { declaredInteger } from '../../settings.ts';

export const batchDelayWithoutBatch = defineRule({
  id: 'batch-delay-without-batch',
  description: 'Disallow maxBatchDelay for batches of one',
  rationale:
    'The delay is how long TorchServe waits for more requests after the first. A batch of one is full with the first, so nobody waits.',
  area: 'batching',
  severity: 'info',
  presets: ['recommended', 'strict'],
  needs: 'effective-config',
  inputs: ['config.properties'],
  evidence: ['source'],
  upstream: [torchserve('wlm/Model.java', 'pollBatch: the delay counts for further jobs', '490-492')],
  messages: { noBatch: 'maxBatchDelay {delay} has no effect: batchSize is 1.' },
  suggestions: { noBatch: 'Remove it, or set batchSize.' },
  check: ({ effective: { settings } }) => {
    const { maxBatchDelay, batchSize, sequenceBatching } = settings;
    const delay = declaredInteger(maxBatchDelay);
    // Sequence batching polls by the delay even without batches.
    if (delay === null || delay < 1 || batchSize.value !== 1 || sequenceBatching.value) return [];
    return [
      { messageId: 'noBatch' as const, at: maxBatchDelay.path, target: 'key' as const, params: { delay } },
    ];
  },
});
