import { yaml } from '@topodiff/testkit';
import { defineCases } from '../../testing/define-cases.ts';
import { sequenceLimitIncreased } from './change-type.ts';

export const cases = defineCases(sequenceLimitIncreased, {
  changed: [
    {
      name: 'more sequences at a time',
      example: true,
      base: yaml`
        sequenceBatching: true
        sequenceMaxIdleMSec: 1000
        maxNumSequence: 4
        #               ^ changed
      `,
      head: yaml`
        sequenceBatching: true
        sequenceMaxIdleMSec: 1000
        maxNumSequence: 8
        #               ^ changed
      `,
      expected: [
        {
          messageId: 'changed',
          params: { key: 'maxNumSequence', base: '4', head: '8' },
          impact: 'non-breaking',
        },
      ],
    },
    {
      name: 'a lifetime of 0 is no limit',
      base: yaml`
        sequenceBatching: true
        sequenceMaxIdleMSec: 1000
        sequenceTimeoutMSec: 5000
        #                    ^^^^ changed
      `,
      head: yaml`
        sequenceBatching: true
        sequenceMaxIdleMSec: 1000
        sequenceTimeoutMSec: 0
        #                    ^ changed
      `,
      expected: [
        {
          messageId: 'changed',
          params: { key: 'sequenceTimeoutMSec', base: '5000', head: '0' },
          impact: 'non-breaking',
        },
      ],
    },
    {
      name: 'a sequence may idle longer',
      base: yaml`
        sequenceBatching: true
        sequenceMaxIdleMSec: 1000
        #                    ^^^^ changed
      `,
      head: yaml`
        sequenceBatching: true
        sequenceMaxIdleMSec: 2000
        #                    ^^^^ changed
      `,
      expected: [
        {
          messageId: 'changed',
          params: { key: 'sequenceMaxIdleMSec', base: '1000', head: '2000' },
          impact: 'non-breaking',
        },
      ],
    },
  ],
  unchanged: [
    {
      name: 'without sequence batching there are no sequences',
      base: yaml`
        sequenceMaxIdleMSec: 1000
        maxNumSequence: 4
      `,
      head: yaml`
        sequenceMaxIdleMSec: 1000
        maxNumSequence: 8
      `,
    },
    {
      name: 'fewer sequences',
      base: yaml`
        sequenceBatching: true
        sequenceMaxIdleMSec: 1000
        maxNumSequence: 8
      `,
      head: yaml`
        sequenceBatching: true
        sequenceMaxIdleMSec: 1000
        maxNumSequence: 4
      `,
    },
  ],
});
