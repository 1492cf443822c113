import { yaml } from '@topodiff/testkit';
import { defineCases } from '../../testing/define-cases.ts';
import { responseTimeoutDecreased } from './change-type.ts';

export const cases = defineCases(responseTimeoutDecreased, {
  changed: [
    {
      name: 'a smaller number',
      example: true,
      base: yaml`
        responseTimeout: 300
        #                ^^^ changed
      `,
      head: yaml`
        responseTimeout: 60
        #                ^^ changed
      `,
      expected: [
        {
          messageId: 'changed',
          params: { key: 'responseTimeout', base: '300 s', head: '60 s' },
          impact: 'dangerous',
        },
      ],
    },
  ],
  unchanged: [
    {
      name: 'the timeout goes together with everything that reads it',
      base: yaml`
        responseTimeout: 300
      `,
      head: yaml`
        asyncCommunication: true
      `,
    },
    {
      name: 'a larger number',
      base: yaml`
        responseTimeout: 60
      `,
      head: yaml`
        responseTimeout: 300
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
