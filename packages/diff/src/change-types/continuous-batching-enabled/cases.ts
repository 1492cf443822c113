import { yaml } from '@topodiff/testkit';
import { defineCases } from '../../testing/define-cases.ts';
import { continuousBatchingEnabled } from './change-type.ts';

export const cases = defineCases(continuousBatchingEnabled, {
  changed: [
    {
      name: 'the flag is set',
      example: true,
      base: yaml`
        continuousBatching: false
        #                   ^^^^^ changed
      `,
      head: yaml`
        continuousBatching: true
        #                   ^^^^ changed
      `,
      expected: [{ messageId: 'changed', params: {}, impact: 'breaking' }],
    },
  ],
  unchanged: [
    {
      name: 'a number is no flag',
      base: yaml`
        continuousBatching: false
      `,
      head: yaml`
        continuousBatching: 1
      `,
    },
    {
      name: 'the flag is taken off',
      base: yaml`
        continuousBatching: true
      `,
      head: yaml`
        continuousBatching: false
      `,
    },
  ],
});
