import { torchserve } from '@topodiff/schema';
import { defineRule } from '../../rule.ts';
import { isAbsent } from '../../settings.ts';

export const sequenceMaxNumDefault = defineRule({
  id: 'sequence-max-num-default',
  description: 'Require maxNumSequence beside sequence batching',
  rationale:
    'TorchServe means to allow batchSize × maxWorkers sequences at a time, but computes the product before either is known. Without maxNumSequence a single sequence is served, and every other gets 503.',
  area: 'batching',
  severity: 'warning',
  presets: ['recommended', 'strict'],
  needs: 'effective-config',
  versions: { since: '0.10.0' },
  evidence: ['observed', 'documentation'],
  upstream: [torchserve('wlm/Model.java', 'maxNumSequence: a product of zeros', '138-141')],
  messages: {
    single:
      'maxNumSequence is not set: TorchServe serves 1 sequence at a time and answers 503 to the others.',
  },
  suggestions: { single: 'Set maxNumSequence, for example to {product}, which is batchSize × maxWorkers.' },
  check: ({ effective: { settings } }) => {
    const { sequenceBatching, sequenceMaxIdleMSec, maxNumSequence, batchSize, maxWorkers } = settings;
    const product = batchSize.value * Math.max(maxWorkers.value, 1);
    if (!sequenceBatching.value || sequenceMaxIdleMSec.value <= 0) return [];
    if (!isAbsent(maxNumSequence) || product <= 1) return [];
    const { path } = isAbsent(sequenceBatching) ? sequenceMaxIdleMSec : sequenceBatching;
    return [{ messageId: 'single' as const, at: path, target: 'key' as const, params: { product } }];
  },
});
