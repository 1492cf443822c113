import { yaml } from '@topodiff/testkit';
import { defineCases } from '../../testing/define-cases.ts';
import { asyncCommunicationEnabled } from './change-type.ts';

export const cases = defineCases(asyncCommunicationEnabled, {
  changed: [
    {
      name: 'the flag is set',
      example: true,
      base: yaml`
        asyncCommunication: false
        #                   ^^^^^ changed
      `,
      head: yaml`
        asyncCommunication: true
        #                   ^^^^ changed
      `,
      expected: [{ messageId: 'changed', params: {}, impact: 'breaking' }],
    },
  ],
  unchanged: [
    {
      name: 'a number is no flag',
      base: yaml`
        asyncCommunication: false
      `,
      head: yaml`
        asyncCommunication: 1
      `,
    },
    {
      name: 'the flag is taken off',
      base: yaml`
        asyncCommunication: true
      `,
      head: yaml`
        asyncCommunication: false
      `,
    },
  ],
});
