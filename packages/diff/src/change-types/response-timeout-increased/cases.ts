import { yaml } from '@topodiff/testkit';
import { defineCases } from '../../testing/define-cases.ts';
import { responseTimeoutIncreased } from './change-type.ts';

export const cases = defineCases(responseTimeoutIncreased, {
  changed: [
    {
      name: 'a larger number',
      example: true,
      base: yaml`
        responseTimeout: 60
        #                ^^ changed
      `,
      head: yaml`
        responseTimeout: 300
        #                ^^^ changed
      `,
      expected: [
        {
          messageId: 'changed',
          params: { key: 'responseTimeout', base: '60 s', head: '300 s' },
          impact: 'non-breaking',
        },
      ],
    },
  ],
  unchanged: [
    {
      name: 'a smaller number',
      base: yaml`
        responseTimeout: 300
      `,
      head: yaml`
        responseTimeout: 60
      `,
    },
    {
      name: 'the same number in another spelling',
      base: yaml`
        responseTimeout: 300
      `,
      head: yaml`
        responseTimeout: +300
      `,
    },
    {
      name: 'the default written out',
      base: yaml`
        deviceType: cpu
      `,
      head: yaml`
        deviceType: cpu
        responseTimeout: 120
      `,
    },
    {
      name: 'an asynchronous worker uses no response timeout',
      base: yaml`
        asyncCommunication: true
        responseTimeout: 60
      `,
      head: yaml`
        asyncCommunication: true
        responseTimeout: 300
      `,
    },
  ],
});
