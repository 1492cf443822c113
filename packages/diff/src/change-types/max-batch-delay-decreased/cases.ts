import { yaml } from '@topodiff/testkit';
import { defineCases } from '../../testing/define-cases.ts';
import { maxBatchDelayDecreased } from './change-type.ts';

export const cases = defineCases(maxBatchDelayDecreased, {
  changed: [
    {
      name: 'a smaller number',
      example: true,
      base: yaml`
        batchSize: 4
        maxBatchDelay: 200
        #              ^^^ changed
      `,
      head: yaml`
        batchSize: 4
        maxBatchDelay: 50
        #              ^^ changed
      `,
      expected: [
        {
          messageId: 'changed',
          params: { key: 'maxBatchDelay', base: '200 ms', head: '50 ms' },
          impact: 'non-breaking',
        },
      ],
    },
  ],
  unchanged: [
    {
      name: 'a larger number',
      base: yaml`
        batchSize: 4
        maxBatchDelay: 50
      `,
      head: yaml`
        batchSize: 4
        maxBatchDelay: 200
      `,
    },
    {
      name: 'the same number in another spelling',
      base: yaml`
        batchSize: 4
        maxBatchDelay: 200
      `,
      head: yaml`
        batchSize: 4
        maxBatchDelay: +200
      `,
    },
    {
      name: 'the default written out',
      base: yaml`
        batchSize: 4
        deviceType: cpu
      `,
      head: yaml`
        batchSize: 4
        deviceType: cpu
        maxBatchDelay: 100
      `,
    },
    {
      name: 'without a batch nothing waits',
      base: yaml`
        maxBatchDelay: 50
      `,
      head: yaml`
        maxBatchDelay: 200
      `,
    },
  ],
});
