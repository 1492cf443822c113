import { yaml } from '@topodiff/testkit';
import { defineCases, gpus } from '../../testing/define-cases.ts';
import { deviceAssignmentChanged } from './change-type.ts';

export const cases = defineCases(deviceAssignmentChanged, {
  changed: [
    {
      name: 'the server may use fewer GPUs',
      example: true,
      host: gpus(2),
      baseHost: gpus(4),
      base: yaml`
        minWorkers: 2
        maxWorkers: 2
        # @1:1-1:14 changed
      `,
      head: yaml`
        minWorkers: 2
        maxWorkers: 2
        # @1:1-1:14 changed
      `,
      expected: [{ messageId: 'changed', params: { base: '2', head: '0' }, impact: 'dangerous' }],
    },
  ],
  unchanged: [
    {
      name: 'one more worker moves no other',
      host: gpus(4),
      base: yaml`
        minWorkers: 1
        maxWorkers: 4
      `,
      head: yaml`
        minWorkers: 2
        maxWorkers: 4
      `,
    },
    {
      name: 'other ids are another change',
      host: gpus(4),
      base: yaml`
        deviceIds: [0]
      `,
      head: yaml`
        deviceIds: [1]
      `,
    },
  ],
});
