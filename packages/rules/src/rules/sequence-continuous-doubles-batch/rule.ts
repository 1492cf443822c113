import { torchserve } from '@topodiff/schema';
import { defineRule } from '../../rule.ts';

export const sequenceContinuousDoublesBatch = defineRule({
  id: 'sequence-continuous-doubles-batch',
  description: 'Require attention to the doubled batch of sequenceBatching with continuousBatching',
  rationale:
    'With both flags TorchServe puts up to twice batchSize requests into one batch; the factor is fixed in its source. A handler that reserves memory for batchSize runs out of it.',
  area: 'batching',
  severity: 'info',
  presets: ['recommended', 'strict'],
  needs: 'effective-config',
  versions: { since: '0.11.1' },
  evidence: ['source'],
  upstream: [torchserve('wlm/SequenceContinuousBatching.java', 'pollBatch: twice the size', '165-167')],
  messages: {
    doubled:
      'With sequenceBatching and continuousBatching a batch holds up to {most} requests, twice batchSize.',
  },
  suggestions: { doubled: 'Prepare the handler for {most} requests, or halve batchSize.' },
  check: ({ effective: { settings } }) => {
    const { sequenceBatching, continuousBatching, sequenceMaxIdleMSec, batchSize } = settings;
    if (!sequenceBatching.value || !continuousBatching.value || sequenceMaxIdleMSec.value <= 0) return [];
    const params = { most: 2 * batchSize.value };
    return [{ messageId: 'doubled' as const, at: continuousBatching.path, params }];
  },
});
