import { yaml } from '@topodiff/testkit';
import { defineCases } from '../../testing/define-cases.ts';
import { maxRetryOverflow } from './rule.ts';

export const cases = defineCases(maxRetryOverflow, {
  valid: [
    {
      name: 'the longest window',
      example: true,
      source: yaml`
        maxRetryTimeoutInSec: 2147483
      `,
    },
    {
      name: 'more than 32 bits, which has a rule of its own',
      source: yaml`
        maxRetryTimeoutInSec: 2147483648
      `,
    },
  ],
  invalid: [
    {
      name: 'one second more',
      example: true,
      source: yaml`
        maxRetryTimeoutInSec: 2147484
        #                     ^^^^^^^ overflow {"written":2147484}
      `,
      fixed: yaml`
        maxRetryTimeoutInSec: 2147483
      `,
    },
    {
      name: 'd03638: the largest integer',
      source: yaml`
        parallelType: pp
        maxRetryTimeoutInSec: 2147483647
        #                     ^^^^^^^^^^ overflow {"written":2147483647}
        asyncCommunication: true
      `,
      fixed: yaml`
        parallelType: pp
        maxRetryTimeoutInSec: 2147483
        asyncCommunication: true
      `,
    },
  ],
});
