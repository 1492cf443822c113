import { yaml } from '@topodiff/testkit';
import { defineCases } from '../../testing/define-cases.ts';
import { batchSizeIncreased } from './change-type.ts';

export const cases = defineCases(batchSizeIncreased, {
  changed: [
    {
      name: 'a larger number',
      example: true,
      base: yaml`
        batchSize: 4
        #          ^ changed
      `,
      head: yaml`
        batchSize: 8
        #          ^ changed
      `,
      expected: [
        {
          messageId: 'changed',
          params: { key: 'batchSize', base: '4 requests', head: '8 requests' },
          impact: 'dangerous',
        },
      ],
    },
  ],
  unchanged: [
    {
      name: 'a smaller number',
      base: yaml`
        batchSize: 8
      `,
      head: yaml`
        batchSize: 4
      `,
    },
    {
      name: 'the same number in another spelling',
      base: yaml`
        batchSize: 8
      `,
      head: yaml`
        batchSize: +8
      `,
    },
    {
      name: 'the default written out',
      base: yaml`
        deviceType: cpu
      `,
      head: yaml`
        deviceType: cpu
        batchSize: 1
      `,
    },
  ],
});
