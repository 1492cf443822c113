import { yaml } from '@topodiff/testkit';
import { defineCases } from '../../testing/define-cases.ts';
import { retryWindowDecreased } from './change-type.ts';

export const cases = defineCases(retryWindowDecreased, {
  changed: [
    {
      name: 'a smaller number',
      example: true,
      base: yaml`
        maxRetryTimeoutInSec: 600
        #                     ^^^ changed
      `,
      head: yaml`
        maxRetryTimeoutInSec: 60
        #                     ^^ changed
      `,
      expected: [
        {
          messageId: 'changed',
          params: { key: 'maxRetryTimeoutInSec', base: '600 s', head: '60 s' },
          impact: 'dangerous',
        },
      ],
    },
    {
      name: 'no retry at all',
      base: yaml`
        maxRetryTimeoutInSec: 300
        #                     ^^^ changed
      `,
      head: yaml`
        maxRetryTimeoutInSec: 0
        #                     ^ changed
      `,
      expected: [
        {
          messageId: 'changed',
          params: { key: 'maxRetryTimeoutInSec', base: '300 s', head: '0 s' },
          impact: 'dangerous',
        },
      ],
    },
  ],
  unchanged: [
    {
      name: 'a larger number',
      base: yaml`
        maxRetryTimeoutInSec: 60
      `,
      head: yaml`
        maxRetryTimeoutInSec: 600
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
