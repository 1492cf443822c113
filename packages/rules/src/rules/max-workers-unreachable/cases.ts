import { yaml } from '@topodiff/testkit';
import { defineCases } from '../../testing/define-cases.ts';
import { maxWorkersUnreachable } from './rule.ts';

export const cases = defineCases(maxWorkersUnreachable, {
  valid: [
    {
      name: 'cpu-min-max: equal numbers',
      example: true,
      source: yaml`
        minWorkers: 1
        maxWorkers: 1
      `,
    },
    {
      name: 'min-gt-max: no pair at all',
      source: yaml`
        minWorkers: 3
        maxWorkers: 2
      `,
    },
    {
      name: 'max-only: half a pair',
      source: yaml`
        maxWorkers: 3
      `,
    },
  ],
  invalid: [
    {
      name: 'min-lt-max: more than minWorkers',
      example: true,
      source: yaml`
        minWorkers: 1
        maxWorkers: 3
        #           ^ unreachable {"min":1,"max":3}
      `,
    },
    {
      name: 'minWorkers that counts as 1',
      source: yaml`
        minWorkers: 0
        maxWorkers: 2
        #           ^ unreachable {"min":1,"max":2}
      `,
    },
  ],
});
