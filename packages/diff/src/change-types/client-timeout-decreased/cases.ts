import { yaml } from '@topodiff/testkit';
import { defineCases } from '../../testing/define-cases.ts';
import { clientTimeoutDecreased } from './change-type.ts';

export const cases = defineCases(clientTimeoutDecreased, {
  changed: [
    {
      name: 'a smaller number',
      example: true,
      base: yaml`
        clientTimeoutInMills: 5000
        #                     ^^^^ changed
      `,
      head: yaml`
        clientTimeoutInMills: 1000
        #                     ^^^^ changed
      `,
      expected: [
        {
          messageId: 'changed',
          params: { key: 'clientTimeoutInMills', base: '5000 ms', head: '1000 ms' },
          impact: 'dangerous',
        },
      ],
    },
  ],
  unchanged: [
    {
      name: 'a larger number',
      base: yaml`
        clientTimeoutInMills: 1000
      `,
      head: yaml`
        clientTimeoutInMills: 5000
      `,
    },
    {
      name: 'the same number in another spelling',
      base: yaml`
        clientTimeoutInMills: 5000
      `,
      head: yaml`
        clientTimeoutInMills: +5000
      `,
    },
    {
      name: 'the default written out',
      base: yaml`
        deviceType: cpu
      `,
      head: yaml`
        deviceType: cpu
        clientTimeoutInMills: 0
      `,
    },
    {
      name: 'switched on',
      base: yaml`
        deviceType: cpu
      `,
      head: yaml`
        deviceType: cpu
        clientTimeoutInMills: 1000
      `,
    },
    {
      name: 'switched off',
      base: yaml`
        clientTimeoutInMills: 1000
      `,
      head: yaml`
        clientTimeoutInMills: 0
      `,
    },
  ],
});
