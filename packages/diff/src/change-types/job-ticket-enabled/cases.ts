import { yaml } from '@topodiff/testkit';
import { defineCases } from '../../testing/define-cases.ts';
import { jobTicketEnabled } from './change-type.ts';

export const cases = defineCases(jobTicketEnabled, {
  changed: [
    {
      name: 'the flag is set',
      example: true,
      base: yaml`
        useJobTicket: false
        #             ^^^^^ changed
      `,
      head: yaml`
        useJobTicket: true
        #             ^^^^ changed
      `,
      expected: [{ messageId: 'changed', params: {}, impact: 'dangerous' }],
    },
  ],
  unchanged: [
    {
      name: 'a word in quotes is no flag',
      base: yaml`
        useJobTicket: false
      `,
      head: yaml`
        useJobTicket: "true"
      `,
    },
    {
      name: 'the flag is taken off',
      base: yaml`
        useJobTicket: true
      `,
      head: yaml`
        useJobTicket: false
      `,
    },
  ],
});
