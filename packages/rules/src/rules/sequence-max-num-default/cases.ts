import { yaml } from '@topodiff/testkit';
import { defineCases, torchserveVersion } from '../../testing/define-cases.ts';
import { sequenceMaxNumDefault } from './rule.ts';

export const cases = defineCases(sequenceMaxNumDefault, {
  valid: [
    {
      name: 'a number of sequences',
      example: true,
      source: yaml`
        batchSize: 4
        sequenceBatching: true
        sequenceMaxIdleMSec: 60000
        maxNumSequence: 4
      `,
    },
    {
      name: 'one worker that takes one request at a time',
      source: yaml`
        minWorkers: 1
        maxWorkers: 1
        sequenceBatching: true
        sequenceMaxIdleMSec: 60000
      `,
    },
    {
      name: 'no sequences at all, for want of an idle time',
      source: yaml`
        batchSize: 4
        sequenceBatching: true
      `,
    },
  ],
  invalid: [
    {
      name: 'sequence: the default',
      example: true,
      source: yaml`
        minWorkers: 2
        maxWorkers: 2
        batchSize: 4
        sequenceMaxIdleMSec: 60000
        maxSequenceJobQueueSize: 10
        sequenceBatching: true
        #^^^^^^^^^^^^^^^ single {"product":8}
      `,
    },
    {
      name: 'in 0.10.0',
      host: torchserveVersion('0.10.0'),
      source: yaml`
        batchSize: 4
        sequenceMaxIdleMSec: 60000
        #^^^^^^^^^^^^^^^^^^ single {"product":4}
      `,
    },
  ],
});
