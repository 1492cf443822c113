import { yaml } from '@topodiff/testkit';
import { defineCases, withProperties } from '../../testing/define-cases.ts';
import { batchDelayWithoutBatch } from './rule.ts';

export const cases = defineCases(batchDelayWithoutBatch, {
  valid: [
    {
      name: 'batch-and-delay: batches',
      example: true,
      source: yaml`
        minWorkers: 1
        maxWorkers: 1
        batchSize: 8
        maxBatchDelay: 50
      `,
    },
    {
      name: 'sequences, for which it is the pace of polling',
      source: yaml`
        maxBatchDelay: 50
        sequenceBatching: true
        sequenceMaxIdleMSec: 60000
      `,
    },
    {
      name: 'batches of the models JSON',
      host: withProperties('models={"model":{"1.0":{"batchSize":4}}}'),
      source: yaml`
        maxBatchDelay: 50
      `,
    },
  ],
  invalid: [
    {
      name: 'no batch size',
      example: true,
      source: yaml`
        maxBatchDelay: 50
        #^^^^^^^^^^^^ noBatch {"delay":50}
      `,
    },
    {
      name: 'a batch of one',
      source: yaml`
        batchSize: 1
        maxBatchDelay: 200
        #^^^^^^^^^^^^ noBatch {"delay":200}
      `,
    },
  ],
});
