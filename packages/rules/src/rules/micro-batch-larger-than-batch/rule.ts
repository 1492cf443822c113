import { torchserve, valueAt } from '@topodiff/schema';
import { handlerRoot } from '../../handler-root.ts';
import { defineRule } from '../../rule.ts';

export const microBatchLargerThanBatch = defineRule({
  id: 'micro-batch-larger-than-batch',
  description: 'Disallow micro-batches that are larger than a batch',
  rationale:
    'A handler with micro-batching cuts each batch into micro-batches and works on several at a time. When one holds the whole batch, there is nothing to overlap.',
  area: 'framework',
  severity: 'warning',
  presets: ['recommended', 'strict'],
  needs: 'effective-config',
  versions: { since: '0.8.1' },
  inputs: ['config.properties'],
  evidence: ['source'],
  upstream: [torchserve('ts/handler_utils/micro_batching.py', 'handle: cuts the batch')],
  upstreamIssues: [3120],
  messages: {
    larger: 'micro_batch_size is {size}, but a batch holds {batch}: there is one micro-batch, and no gain.',
  },
  suggestions: { larger: 'Set batchSize to a multiple of micro_batch_size.' },
  check: ({ effective }) => {
    const at = ['micro_batching', 'micro_batch_size'];
    const size = valueAt(handlerRoot(effective), at);
    const batch = effective.settings.batchSize.value;
    if (size?.kind !== 'integer' || size.value <= BigInt(batch)) return [];
    return [{ messageId: 'larger' as const, at, params: { size: String(size.value), batch } }];
  },
});
