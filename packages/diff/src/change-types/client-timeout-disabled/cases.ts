import { yaml } from '@topodiff/testkit';
import { defineCases } from '../../testing/define-cases.ts';
import { clientTimeoutDisabled } from './change-type.ts';

export const cases = defineCases(clientTimeoutDisabled, {
  changed: [
    {
      name: '0 switches it off',
      example: true,
      base: yaml`
        clientTimeoutInMills: 1000
        #                     ^^^^ changed
      `,
      head: yaml`
        clientTimeoutInMills: 0
        #                     ^ changed
      `,
      expected: [
        {
          messageId: 'changed',
          params: { key: 'clientTimeoutInMills', base: '1000 ms', head: '0 ms' },
          impact: 'non-breaking',
        },
      ],
    },
  ],
  unchanged: [
    {
      name: 'another timeout',
      base: yaml`
        clientTimeoutInMills: 2000
      `,
      head: yaml`
        clientTimeoutInMills: 1000
      `,
    },
  ],
});
