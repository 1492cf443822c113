import { yaml } from '@topodiff/testkit';
import { defineCases } from '../../testing/define-cases.ts';
import { retryWindowIncreased } from './change-type.ts';

export const cases = defineCases(retryWindowIncreased, {
  changed: [
    {
      name: 'a larger number',
      example: true,
      base: yaml`
        maxRetryTimeoutInSec: 60
        #                     ^^ changed
      `,
      head: yaml`
        maxRetryTimeoutInSec: 600
        #                     ^^^ changed
      `,
      expected: [
        {
          messageId: 'changed',
          params: { key: 'maxRetryTimeoutInSec', base: '60 s', head: '600 s' },
          impact: 'non-breaking',
        },
      ],
    },
  ],
  unchanged: [
    {
      name: 'a smaller number',
      base: yaml`
        maxRetryTimeoutInSec: 600
      `,
      head: yaml`
        maxRetryTimeoutInSec: 60
      `,
    },
    {
      name: 'the same number in another spelling',
      base: yaml`
        maxRetryTimeoutInSec: 600
      `,
      head: yaml`
        maxRetryTimeoutInSec: +600
      `,
    },
    {
      name: 'the default written out',
      base: yaml`
        deviceType: cpu
      `,
      head: yaml`
        deviceType: cpu
        maxRetryTimeoutInSec: 300
      `,
    },
  ],
});
