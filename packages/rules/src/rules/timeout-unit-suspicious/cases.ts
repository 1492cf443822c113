import { yaml } from '@topodiff/testkit';
import { defineCases } from '../../testing/define-cases.ts';
import { timeoutUnitSuspicious } from './rule.ts';

export const cases = defineCases(timeoutUnitSuspicious, {
  valid: [
    {
      name: 'seconds where seconds count, milliseconds where milliseconds do',
      example: true,
      source: yaml`
        responseTimeout: 86400
        sequenceBatching: true
        sequenceMaxIdleMSec: 5
        clientTimeoutInMills: 60000
      `,
    },
    {
      name: 'off, and a short delay for batches, which is no timeout',
      source: yaml`
        clientTimeoutInMills: 0
        batchSize: 8
        maxBatchDelay: 1
      `,
    },
  ],
  invalid: [
    {
      name: 'milliseconds for seconds',
      example: true,
      source: yaml`
        responseTimeout: 120000
        #                ^^^^^^ tooLong {"key":"responseTimeout","written":120000,"days":1,"seconds":120}
      `,
    },
    {
      name: 'seconds for milliseconds',
      example: true,
      source: yaml`
        sequenceBatching: true
        sequenceMaxIdleMSec: 4
        #                    ^ tooShort {"key":"sequenceMaxIdleMSec","written":4,"milliseconds":4000}
      `,
    },
  ],
});
