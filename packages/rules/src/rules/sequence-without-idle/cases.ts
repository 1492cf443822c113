import { yaml } from '@topodiff/testkit';
import { defineCases } from '../../testing/define-cases.ts';
import { sequenceWithoutIdle } from './rule.ts';

export const cases = defineCases(sequenceWithoutIdle, {
  valid: [
    {
      name: 'sequence: both keys',
      example: true,
      source: yaml`
        minWorkers: 2
        maxWorkers: 2
        batchSize: 4
        sequenceMaxIdleMSec: 60000
        maxSequenceJobQueueSize: 10
        sequenceBatching: true
      `,
    },
    {
      name: 'no sequences',
      source: yaml`
        sequenceBatching: false
      `,
    },
  ],
  invalid: [
    {
      name: 'the flag alone',
      example: true,
      source: yaml`
        sequenceBatching: true
        #                 ^^^^ noIdle
      `,
    },
  ],
});
