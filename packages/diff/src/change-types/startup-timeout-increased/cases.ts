import { yaml } from '@topodiff/testkit';
import { defineCases } from '../../testing/define-cases.ts';
import { startupTimeoutIncreased } from './change-type.ts';

export const cases = defineCases(startupTimeoutIncreased, {
  changed: [
    {
      name: 'a larger number',
      example: true,
      base: yaml`
        startupTimeout: 60
        #               ^^ changed
      `,
      head: yaml`
        startupTimeout: 300
        #               ^^^ changed
      `,
      expected: [
        {
          messageId: 'changed',
          params: { key: 'startupTimeout', base: '60 s', head: '300 s' },
          impact: 'non-breaking',
        },
      ],
    },
  ],
  unchanged: [
    {
      name: 'a smaller number',
      base: yaml`
        startupTimeout: 300
      `,
      head: yaml`
        startupTimeout: 60
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
