import { yaml } from '@topodiff/testkit';
import { defineCases } from '../../testing/define-cases.ts';
import { jobTicketDisabled } from './change-type.ts';

export const cases = defineCases(jobTicketDisabled, {
  changed: [
    {
      name: 'the flag is taken off',
      example: true,
      base: yaml`
        useJobTicket: true
        #             ^^^^ changed
      `,
      head: yaml`
        useJobTicket: false
        #             ^^^^^ changed
      `,
      expected: [{ messageId: 'changed', params: {}, impact: 'non-breaking' }],
    },
  ],
  unchanged: [
    {
      name: 'the flag is set',
      base: yaml`
        useJobTicket: false
      `,
      head: yaml`
        useJobTicket: true
      `,
    },
  ],
});
