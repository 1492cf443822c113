import { entryOf, torchserve } from '@topodiff/schema';
import { handlerRoot } from '../../handler-root.ts';
import { defineRule } from '../../rule.ts';

export const neuronBatchMismatch = defineRule({
  id: 'neuron-batch-mismatch',
  description: 'Require the Neuron handler’s batch_size to hold a batch of the frontend',
  rationale:
    'The Neuron handler keeps handler.batch_size places for running sequences. When the frontend sends more, an assertion fails and the requests get 503.',
  area: 'framework',
  severity: 'error',
  presets: ['recommended', 'strict'],
  needs: 'effective-config',
  versions: { since: '0.9.0' },
  evidence: ['source'],
  upstream: [
    torchserve(
      'ts/torch_handler/distributed/base_neuronx_continuous_batching_handler.py',
      'get_empty_seq_ids',
    ),
  ],
  messages: {
    fewer:
      'handler.batch_size is {places}, but batchSize is {batch}: requests beyond {places} are answered 503.',
  },
  suggestions: { fewer: 'Write {batch} in both.' },
  check: ({ effective }) => {
    const { continuousBatching, batchSize } = effective.settings;
    const handler = entryOf(handlerRoot(effective), 'handler');
    const size = entryOf(handler, 'batch_size');
    if (!continuousBatching.value || entryOf(handler, 'tp_degree') === undefined) return [];
    if (size?.kind !== 'integer' || size.value >= BigInt(batchSize.value)) return [];
    const params = { places: String(size.value), batch: batchSize.value };
    return [{ messageId: 'fewer' as const, at: ['handler', 'batch_size'], params }];
  },
});
