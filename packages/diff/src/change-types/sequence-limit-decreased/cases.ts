import { yaml } from '@topodiff/testkit';
import { defineCases } from '../../testing/define-cases.ts';
import { sequenceLimitDecreased } from './change-type.ts';

export const cases = defineCases(sequenceLimitDecreased, {
  changed: [
    {
      name: 'fewer sequences at a time',
      example: true,
      base: yaml`
        sequenceBatching: true
        sequenceMaxIdleMSec: 1000
        maxNumSequence: 8
        #               ^ changed
      `,
      head: yaml`
        sequenceBatching: true
        sequenceMaxIdleMSec: 1000
        maxNumSequence: 4
        #               ^ changed
      `,
      expected: [
        {
          messageId: 'changed',
          params: { key: 'maxNumSequence', base: '8', head: '4' },
          impact: 'dangerous',
        },
      ],
    },
    {
      name: 'a lifetime where there was no limit',
      base: yaml`
        sequenceBatching: true
        sequenceMaxIdleMSec: 1000
        sequenceTimeoutMSec: 0
        #                    ^ changed
      `,
      head: yaml`
        sequenceBatching: true
        sequenceMaxIdleMSec: 1000
        sequenceTimeoutMSec: 5000
        #                    ^^^^ changed
      `,
      expected: [
        {
          messageId: 'changed',
          params: { key: 'sequenceTimeoutMSec', base: '0', head: '5000' },
          impact: 'dangerous',
        },
      ],
    },
  ],
  unchanged: [
    {
      name: 'more sequences',
      base: yaml`
        sequenceBatching: true
        sequenceMaxIdleMSec: 1000
        maxNumSequence: 4
      `,
      head: yaml`
        sequenceBatching: true
        sequenceMaxIdleMSec: 1000
        maxNumSequence: 8
      `,
    },
  ],
});
