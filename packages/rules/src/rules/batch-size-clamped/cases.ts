import { yaml } from '@topodiff/testkit';
import { defineCases, torchserveVersion } from '../../testing/define-cases.ts';
import { batchSizeClamped } from './rule.ts';

export const cases = defineCases(batchSizeClamped, {
  valid: [
    {
      name: 'one request at a time',
      example: true,
      source: yaml`
        batchSize: 1
      `,
    },
  ],
  invalid: [
    {
      name: 'zero',
      example: true,
      source: yaml`
        batchSize: 0 # off
        #          ^ raised {"written":0}
      `,
      fixed: yaml`
        batchSize: 1 # off
      `,
    },
    {
      name: 'until 0.9.0',
      host: torchserveVersion('0.9.0'),
      source: yaml`
        batchSize: -4
        #          ^^ dropped {"written":-4,"value":1}
      `,
    },
    {
      name: 'd01692: as it was recorded',
      source: yaml`
        batchSize: -2147483648
        # @1:12-1:23 raised {"written":-2147483648}
      `,
      fixed: yaml`
        batchSize: 1
      `,
    },
  ],
});
