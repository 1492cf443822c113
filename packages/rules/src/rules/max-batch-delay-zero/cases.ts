import { yaml } from '@topodiff/testkit';
import { defineCases } from '../../testing/define-cases.ts';
import { maxBatchDelayZero } from './rule.ts';

export const cases = defineCases(maxBatchDelayZero, {
  valid: [
    {
      name: 'the shortest delay',
      example: true,
      source: yaml`
        batchSize: 8
        maxBatchDelay: 1
      `,
    },
    {
      name: 'below zero, which has a rule of its own',
      source: yaml`
        maxBatchDelay: -1
      `,
    },
  ],
  invalid: [
    {
      name: 'delay-zero: no delay wanted',
      example: true,
      source: yaml`
        minWorkers: 1
        maxWorkers: 1
        batchSize: 8
        maxBatchDelay: 0
        #              ^ zero {"value":100}
      `,
      fixed: yaml`
        minWorkers: 1
        maxWorkers: 1
        batchSize: 8
        maxBatchDelay: 1
      `,
    },
  ],
});
