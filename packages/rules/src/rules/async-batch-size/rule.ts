import { torchserve } from '@topodiff/schema';
import { defineRule } from '../../rule.ts';

export const asyncBatchSize = defineRule({
  id: 'async-batch-size',
  description: 'Disallow batches beside asyncCommunication',
  rationale:
    'As soon as two requests fall into one batch of an asynchronous worker, the frontend removes entries from the map that it walks: a ConcurrentModificationException ends the worker, and the clients are never answered. An engine such as vLLM batches by itself.',
  area: 'batching',
  severity: 'error',
  presets: ['recommended', 'strict'],
  needs: 'effective-config',
  inputs: ['config.properties'],
  versions: { since: '0.11.1' },
  evidence: ['observed', 'documentation'],
  upstream: [torchserve('wlm/AsyncBatchAggregator.java', 'sendResponse: removes while it iterates', '47-70')],
  messages: {
    batched:
      'batchSize is {size} with asyncCommunication: when two requests meet in a batch, the worker dies and the clients hang.',
  },
  suggestions: { batched: 'Set batchSize to 1; an asynchronous handler gets many requests at once anyway.' },
  check: ({ effective: { settings } }) => {
    const { asyncCommunication, batchSize, continuousBatching, sequenceBatching } = settings;
    const isOtherMode = continuousBatching.value || sequenceBatching.value;
    if (!asyncCommunication.value || isOtherMode || batchSize.value < 2) return [];
    const { path } = batchSize.declared === undefined ? asyncCommunication : batchSize;
    return [{ messageId: 'batched' as const, at: path, params: { size: batchSize.value } }];
  },
});
