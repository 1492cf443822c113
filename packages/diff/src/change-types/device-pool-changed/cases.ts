import { yaml } from '@topodiff/testkit';
import { defineCases, gpus } from '../../testing/define-cases.ts';
import { devicePoolChanged } from './change-type.ts';

export const cases = defineCases(devicePoolChanged, {
  changed: [
    {
      name: 'other ids',
      example: true,
      host: gpus(8),
      base: yaml`
        deviceIds: [0, 1]
        # @1:1-1:10 changed
      `,
      head: yaml`
        deviceIds: [2, 3]
        # @1:1-1:10 changed
      `,
      expected: [{ messageId: 'changed', params: { base: '0, 1', head: '2, 3' }, impact: 'dangerous' }],
    },
    {
      name: 'another order',
      host: gpus(8),
      base: yaml`
        deviceIds: [0, 1]
        # @1:1-1:10 changed
      `,
      head: yaml`
        deviceIds: [1, 0]
        # @1:1-1:10 changed
      `,
      expected: [{ messageId: 'changed', params: { base: '0, 1', head: '1, 0' }, impact: 'dangerous' }],
    },
    {
      name: 'an id that the host does not have drops the whole list',
      host: gpus(2),
      base: yaml`
        deviceIds: [0, 1]
        # @1:1-1:10 changed
      `,
      head: yaml`
        deviceIds: [0, 2]
        # @1:1-1:10 changed
      `,
      expected: [
        { messageId: 'changed', params: { base: '0, 1', head: 'of the whole host' }, impact: 'dangerous' },
      ],
    },
  ],
  unchanged: [
    {
      name: 'an empty list is no list',
      host: gpus(8),
      base: yaml`
        batchSize: 1
      `,
      head: yaml`
        batchSize: 1
        deviceIds: []
      `,
    },
    {
      name: 'ids do not count on CPU',
      host: gpus(8),
      base: yaml`
        deviceType: cpu
        deviceIds: [0]
      `,
      head: yaml`
        deviceType: cpu
        deviceIds: [1]
      `,
    },
  ],
});
