import { yaml } from '@topodiff/testkit';
import { defineCases } from '../../testing/define-cases.ts';
import { batchSizeDecreased } from './change-type.ts';

export const cases = defineCases(batchSizeDecreased, {
  changed: [
    {
      name: 'a smaller number',
      example: true,
      base: yaml`
        batchSize: 8
        #          ^ changed
      `,
      head: yaml`
        batchSize: 4
        #          ^ changed
      `,
      expected: [
        {
          messageId: 'changed',
          params: { key: 'batchSize', base: '8 requests', head: '4 requests' },
          impact: 'dangerous',
        },
      ],
    },
    {
      name: 'a number in quotes, which TorchServe ignores',
      base: yaml`
        batchSize: 8
        #          ^ changed
      `,
      head: yaml`
        batchSize: "8"
        #          ^^^ changed
      `,
      expected: [
        {
          messageId: 'changed',
          params: {
            key: 'batchSize',
            base: '8 requests',
            head: '1 request (default, the written value is ignored)',
          },
          impact: 'dangerous',
        },
      ],
    },
  ],
  unchanged: [
    {
      name: 'a larger number',
      base: yaml`
        batchSize: 4
      `,
      head: yaml`
        batchSize: 8
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
