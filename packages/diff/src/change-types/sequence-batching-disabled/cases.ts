import { yaml } from '@topodiff/testkit';
import { defineCases } from '../../testing/define-cases.ts';
import { sequenceBatchingDisabled } from './change-type.ts';

export const cases = defineCases(sequenceBatchingDisabled, {
  changed: [
    {
      name: 'the flag is taken off',
      example: true,
      base: yaml`
        sequenceBatching: true
        #                 ^^^^ changed
      `,
      head: yaml`
        sequenceBatching: false
        #                 ^^^^^ changed
      `,
      expected: [{ messageId: 'changed', params: {}, impact: 'breaking' }],
    },
  ],
  unchanged: [
    {
      name: 'false is what TorchServe takes without the key',
      base: yaml`
        sequenceBatching: false
      `,
      head: yaml`
        deviceType: cpu
      `,
    },
    {
      name: 'the flag is set',
      base: yaml`
        sequenceBatching: false
      `,
      head: yaml`
        sequenceBatching: true
      `,
    },
  ],
});
