import { yaml } from '@topodiff/testkit';
import { defineCases, torchserveVersion } from '../../testing/define-cases.ts';
import { sequenceNoRecovery } from './rule.ts';

export const cases = defineCases(sequenceNoRecovery, {
  valid: [
    {
      name: 'no sequences',
      example: true,
      source: yaml`
        batchSize: 4
      `,
    },
    {
      name: 'the flag alone, with which nothing is served at all',
      source: yaml`
        sequenceBatching: true
      `,
    },
  ],
  invalid: [
    {
      name: 'sequence: sequences are batched',
      example: true,
      source: yaml`
        minWorkers: 2
        maxWorkers: 2
        batchSize: 4
        sequenceMaxIdleMSec: 60000
        maxSequenceJobQueueSize: 10
        sequenceBatching: true
        #^^^^^^^^^^^^^^^ lost
      `,
    },
    {
      name: 'in 0.10.0',
      host: torchserveVersion('0.10.0'),
      source: yaml`
        sequenceMaxIdleMSec: 60000
        #^^^^^^^^^^^^^^^^^^ lost
      `,
    },
  ],
});
