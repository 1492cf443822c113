import { yaml } from '@topodiff/testkit';
import { defineCases } from '../../testing/define-cases.ts';
import { maxBatchDelayIncreased } from './change-type.ts';

export const cases = defineCases(maxBatchDelayIncreased, {
  changed: [
    {
      name: 'a larger number',
      example: true,
      base: yaml`
        batchSize: 4
        maxBatchDelay: 50
        #              ^^ changed
      `,
      head: yaml`
        batchSize: 4
        maxBatchDelay: 200
        #              ^^^ changed
      `,
      expected: [
        {
          messageId: 'changed',
          params: { key: 'maxBatchDelay', base: '50 ms', head: '200 ms' },
          impact: 'dangerous',
        },
      ],
    },
  ],
  unchanged: [
    {
      name: 'a smaller number',
      base: yaml`
        batchSize: 4
        maxBatchDelay: 200
      `,
      head: yaml`
        batchSize: 4
        maxBatchDelay: 50
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
