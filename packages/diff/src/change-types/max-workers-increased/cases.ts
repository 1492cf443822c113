import { yaml } from '@topodiff/testkit';
import { defineCases } from '../../testing/define-cases.ts';
import { maxWorkersIncreased } from './change-type.ts';

export const cases = defineCases(maxWorkersIncreased, {
  changed: [
    {
      name: 'another maxWorkers',
      example: true,
      base: yaml`
        minWorkers: 1
        maxWorkers: 2
        #           ^ changed
      `,
      head: yaml`
        minWorkers: 1
        maxWorkers: 4
        #           ^ changed
      `,
      expected: [
        {
          messageId: 'changed',
          params: { key: 'maxWorkers', base: '2 workers', head: '4 workers' },
          impact: 'non-breaking',
        },
      ],
    },
  ],
  unchanged: [
    {
      name: 'the other way',
      base: yaml`
        minWorkers: 1
        maxWorkers: 4
      `,
      head: yaml`
        minWorkers: 1
        maxWorkers: 2
      `,
    },
    {
      name: 'a maxWorkers alone is ignored',
      base: yaml`
        maxWorkers: 2
      `,
      head: yaml`
        maxWorkers: 4
      `,
    },
  ],
});
