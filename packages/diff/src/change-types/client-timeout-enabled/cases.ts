import { yaml } from '@topodiff/testkit';
import { defineCases } from '../../testing/define-cases.ts';
import { clientTimeoutEnabled } from './change-type.ts';

export const cases = defineCases(clientTimeoutEnabled, {
  changed: [
    {
      name: 'a timeout where there was none',
      example: true,
      base: yaml`
        deviceType: cpu
        # @1:1-1:16 changed nearest
      `,
      head: yaml`
        deviceType: cpu
        clientTimeoutInMills: 1000
        #                     ^^^^ changed
      `,
      expected: [
        {
          messageId: 'changed',
          params: { key: 'clientTimeoutInMills', base: '0 ms (default)', head: '1000 ms' },
          impact: 'dangerous',
        },
      ],
    },
  ],
  unchanged: [
    {
      name: 'another timeout',
      base: yaml`
        clientTimeoutInMills: 1000
      `,
      head: yaml`
        clientTimeoutInMills: 2000
      `,
    },
    {
      name: 'a number that TorchServe ignores',
      base: yaml`
        deviceType: cpu
      `,
      head: yaml`
        deviceType: cpu
        clientTimeoutInMills: 3000000000
      `,
    },
  ],
});
