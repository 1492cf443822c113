import { yaml } from '@topodiff/testkit';
import { defineCases } from '../../testing/define-cases.ts';
import { sequenceWithJobTicket } from './rule.ts';

export const cases = defineCases(sequenceWithJobTicket, {
  valid: [
    {
      name: 'tickets without sequences',
      example: true,
      source: yaml`
        useJobTicket: true
      `,
    },
    {
      name: 'sequences without tickets',
      source: yaml`
        sequenceBatching: true
        sequenceMaxIdleMSec: 60000
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
        useJobTicket: true
        #             ^^^^ noTickets
      `,
    },
    {
      name: 'd01392: as it was recorded',
      source: yaml`
        maxNumSequence: 1323
        deviceType: null
        sequenceBatching: n
        sequenceBatching: !!bool "yes"
        useJobTicket: yes
        maxRetryTimeoutInSec: 4 # four
        deviceIds: [0, 1.0]
        maxSequenceJobQueueSize: 362
        # @5:15-5:18 noTickets
      `,
    },
  ],
});
