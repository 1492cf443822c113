import { yaml } from '@topodiff/testkit';
import { defineCases, torchserveVersion } from '../../testing/define-cases.ts';
import { sequenceKeysInert } from './rule.ts';

export const cases = defineCases(sequenceKeysInert, {
  valid: [
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
      `,
    },
    {
      name: 'in 0.10.0 the idle time switches them on',
      host: torchserveVersion('0.10.0'),
      source: yaml`
        sequenceMaxIdleMSec: 60000
        maxNumSequence: 4
      `,
    },
    {
      name: 'no idle time, which has a rule of its own',
      source: yaml`
        sequenceBatching: true
        maxNumSequence: 4
      `,
    },
  ],
  invalid: [
    {
      name: 'sequence-settings-without-idle: limits of nothing',
      example: true,
      source: yaml`
        minWorkers: 1
        maxWorkers: 1
        sequenceTimeoutMSec: 9
        #^^^^^^^^^^^^^^^^^^ off {"key":"sequenceTimeoutMSec"}
        maxNumSequence: 5
        #^^^^^^^^^^^^^ off {"key":"maxNumSequence"}
        maxSequenceJobQueueSize: 3
        #^^^^^^^^^^^^^^^^^^^^^^ off {"key":"maxSequenceJobQueueSize"}
      `,
    },
    {
      name: 'in 0.10.0 without an idle time',
      host: torchserveVersion('0.10.0'),
      source: yaml`
        maxNumSequence: 4
        #^^^^^^^^^^^^^ closed {"key":"maxNumSequence"}
      `,
    },
  ],
});
