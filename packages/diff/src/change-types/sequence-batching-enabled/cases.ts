import { yaml } from '@topodiff/testkit';
import { defineCases } from '../../testing/define-cases.ts';
import { sequenceBatchingEnabled } from './change-type.ts';

export const cases = defineCases(sequenceBatchingEnabled, {
  changed: [
    {
      name: 'the flag is set',
      example: true,
      base: yaml`
        sequenceBatching: false
        #                 ^^^^^ changed
      `,
      head: yaml`
        sequenceBatching: true
        #                 ^^^^ changed
      `,
      expected: [{ messageId: 'changed', params: {}, impact: 'breaking' }],
    },
  ],
  unchanged: [
    {
      name: 'a number is no flag',
      base: yaml`
        sequenceBatching: false
      `,
      head: yaml`
        sequenceBatching: 1
      `,
    },
    {
      name: 'the flag is taken off',
      base: yaml`
        sequenceBatching: true
      `,
      head: yaml`
        sequenceBatching: false
      `,
    },
  ],
});
