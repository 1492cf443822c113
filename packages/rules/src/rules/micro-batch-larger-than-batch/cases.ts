import { yaml } from '@topodiff/testkit';
import { defineCases } from '../../testing/define-cases.ts';
import { microBatchLargerThanBatch } from './rule.ts';

export const cases = defineCases(microBatchLargerThanBatch, {
  valid: [
    {
      name: 'several micro-batches in a batch',
      example: true,
      source: yaml`
        batchSize: 8
        micro_batching:
          micro_batch_size: 2
      `,
    },
    {
      name: 'one request at a time in both',
      source: yaml`
        micro_batching:
          micro_batch_size: 1
      `,
    },
  ],
  invalid: [
    {
      name: 'larger than the batch',
      example: true,
      source: yaml`
        batchSize: 4
        micro_batching:
          micro_batch_size: 8
        #                   ^ larger {"size":"8","batch":4}
      `,
    },
  ],
});
