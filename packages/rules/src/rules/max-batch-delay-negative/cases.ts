import { yaml } from '@topodiff/testkit';
import { defineCases } from '../../testing/define-cases.ts';
import { maxBatchDelayNegative } from './rule.ts';

export const cases = defineCases(maxBatchDelayNegative, {
  valid: [
    {
      name: 'a delay',
      example: true,
      source: yaml`
        batchSize: 4
        maxBatchDelay: 50
      `,
    },
    {
      name: 'zero, which has a rule of its own',
      source: yaml`
        maxBatchDelay: 0
      `,
    },
  ],
  invalid: [
    {
      name: 'a negative delay',
      example: true,
      source: yaml`
        batchSize: 4
        maxBatchDelay: -10
        #              ^^^ negative {"written":-10,"value":"100"}
      `,
    },
    {
      name: 'd00890: with an invalid device',
      source: yaml`
        deviceType: " gpu"
        maxBatchDelay: -1
        #              ^^ negative {"written":-1,"value":"100"}
      `,
    },
  ],
});
