import { yaml } from '@topodiff/testkit';
import { defineCases } from '../../testing/define-cases.ts';
import { daliMissingKey } from './rule.ts';

export const cases = defineCases(daliMissingKey, {
  valid: [
    {
      name: 'all four',
      example: true,
      source: yaml`
        dali:
          batch_size: 3
          num_threads: 1
          device_id: 0
          seed: 12
      `,
    },
  ],
  invalid: [
    {
      name: 'two are missing',
      example: true,
      source: yaml`
        dali:
        #^^^ missing {"keys":"device_id and seed"}
          batch_size: 3
          num_threads: 1
      `,
    },
  ],
});
