import { yaml } from '@topodiff/testkit';
import { defineCases } from '../../testing/define-cases.ts';
import { maxWorkersDecreased } from './change-type.ts';

export const cases = defineCases(maxWorkersDecreased, {
  changed: [
    {
      name: 'another maxWorkers',
      example: true,
      base: yaml`
        minWorkers: 1
        maxWorkers: 4
        #           ^ changed
      `,
      head: yaml`
        minWorkers: 1
        maxWorkers: 2
        #           ^ changed
      `,
      expected: [
        {
          messageId: 'changed',
          params: { key: 'maxWorkers', base: '4 workers', head: '2 workers' },
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
        maxWorkers: 2
      `,
      head: yaml`
        minWorkers: 1
        maxWorkers: 4
      `,
    },
    {
      name: 'a maxWorkers alone is ignored',
      base: yaml`
        maxWorkers: 4
      `,
      head: yaml`
        maxWorkers: 2
      `,
    },
  ],
});
