import { yaml } from '@topodiff/testkit';
import { defineCases } from '../../testing/define-cases.ts';
import { startupTimeoutDecreased } from './change-type.ts';

export const cases = defineCases(startupTimeoutDecreased, {
  changed: [
    {
      name: 'a smaller number',
      example: true,
      base: yaml`
        startupTimeout: 300
        #               ^^^ changed
      `,
      head: yaml`
        startupTimeout: 60
        #               ^^ changed
      `,
      expected: [
        {
          messageId: 'changed',
          params: { key: 'startupTimeout', base: '300 s', head: '60 s' },
          impact: 'dangerous',
        },
      ],
    },
  ],
  unchanged: [
    {
      name: 'a larger number',
      base: yaml`
        startupTimeout: 60
      `,
      head: yaml`
        startupTimeout: 300
      `,
    },
    {
      name: 'the same number in another spelling',
      base: yaml`
        startupTimeout: 300
      `,
      head: yaml`
        startupTimeout: +300
      `,
    },
    {
      name: 'the default written out',
      base: yaml`
        deviceType: cpu
      `,
      head: yaml`
        deviceType: cpu
        startupTimeout: 120
      `,
    },
  ],
});
