import { yaml } from '@topodiff/testkit';
import { defineCases } from '../../testing/define-cases.ts';
import { sequenceContinuousDoublesBatch } from './rule.ts';

export const cases = defineCases(sequenceContinuousDoublesBatch, {
  valid: [
    {
      name: 'one of the two',
      example: true,
      source: yaml`
        continuousBatching: true
        batchSize: 4
      `,
    },
  ],
  invalid: [
    {
      name: 'both',
      example: true,
      source: yaml`
        sequenceBatching: true
        sequenceMaxIdleMSec: 60000
        continuousBatching: true
        #                   ^^^^ doubled {"most":8}
        batchSize: 4
      `,
    },
  ],
});
