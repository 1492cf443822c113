import { yaml } from '@topodiff/testkit';
import { defineCases } from '../../testing/define-cases.ts';
import { continuousBatchSizeOne } from './rule.ts';

export const cases = defineCases(continuousBatchSizeOne, {
  valid: [
    {
      name: 'a batch with places',
      example: true,
      source: yaml`
        continuousBatching: true
        batchSize: 8
      `,
    },
    {
      name: 'no continuous batching',
      source: yaml`
        batchSize: 1
      `,
    },
  ],
  invalid: [
    {
      name: 'the default size',
      example: true,
      source: yaml`
        continuousBatching: true
        #                   ^^^^ one
      `,
    },
    {
      name: 'a size of one',
      source: yaml`
        continuousBatching: true
        batchSize: 1
        #          ^ one
      `,
    },
  ],
});
