import { yaml } from '@topodiff/testkit';
import { defineCases } from '../../testing/define-cases.ts';
import { neuronBatchMismatch } from './rule.ts';

export const cases = defineCases(neuronBatchMismatch, {
  valid: [
    {
      name: 'the same number',
      example: true,
      source: yaml`
        continuousBatching: true
        batchSize: 8
        handler:
          tp_degree: 24
          batch_size: 8
      `,
    },
    {
      name: 'another handler',
      source: yaml`
        continuousBatching: true
        batchSize: 8
        handler:
          batch_size: 4
      `,
    },
  ],
  invalid: [
    {
      name: 'fewer places',
      example: true,
      source: yaml`
        continuousBatching: true
        batchSize: 8
        handler:
          tp_degree: 24
          batch_size: 4
        #             ^ fewer {"places":"4","batch":8}
      `,
    },
  ],
});
