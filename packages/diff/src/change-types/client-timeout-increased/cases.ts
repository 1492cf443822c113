import { yaml } from '@topodiff/testkit';
import { defineCases } from '../../testing/define-cases.ts';
import { clientTimeoutIncreased } from './change-type.ts';

export const cases = defineCases(clientTimeoutIncreased, {
  changed: [
    {
      name: 'a larger number',
      example: true,
      base: yaml`
        clientTimeoutInMills: 1000
        #                     ^^^^ changed
      `,
      head: yaml`
        clientTimeoutInMills: 5000
        #                     ^^^^ changed
      `,
      expected: [
        {
          messageId: 'changed',
          params: { key: 'clientTimeoutInMills', base: '1000 ms', head: '5000 ms' },
          impact: 'non-breaking',
        },
      ],
    },
  ],
  unchanged: [
    {
      name: 'a smaller number',
      base: yaml`
        clientTimeoutInMills: 5000
      `,
      head: yaml`
        clientTimeoutInMills: 1000
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
