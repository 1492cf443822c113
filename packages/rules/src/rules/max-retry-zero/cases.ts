import { yaml } from '@topodiff/testkit';
import { defineCases, torchserveVersion } from '../../testing/define-cases.ts';
import { maxRetryZero } from './rule.ts';

export const cases = defineCases(maxRetryZero, {
  valid: [
    {
      name: 'a window',
      example: true,
      source: yaml`
        maxRetryTimeoutInSec: 60
      `,
    },
    {
      name: 'until 0.9.0 zero was dropped',
      host: torchserveVersion('0.9.0'),
      source: yaml`
        maxRetryTimeoutInSec: 0
      `,
    },
  ],
  invalid: [
    {
      name: 'no window',
      example: true,
      source: yaml`
        maxRetryTimeoutInSec: 0
        #                     ^ never {"written":0}
      `,
    },
    {
      name: 'd02894: as it was recorded',
      source: yaml`
        batchSize: _1
        maxRetryTimeoutInSec: -2147483648
        sequenceBatching: false
        # @2:23-2:34 never {"written":-2147483648}
      `,
    },
  ],
});
