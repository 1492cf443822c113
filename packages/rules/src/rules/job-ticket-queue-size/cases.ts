import { yaml } from '@topodiff/testkit';
import { defineCases } from '../../testing/define-cases.ts';
import { jobTicketQueueSize } from './rule.ts';

export const cases = defineCases(jobTicketQueueSize, {
  valid: [
    {
      name: 'as many places as workers',
      example: true,
      source: yaml`
        minWorkers: 2
        maxWorkers: 2
        useJobTicket: true
        jobQueueSize: 2
      `,
    },
    {
      name: 'no tickets',
      source: yaml`
        minWorkers: 2
        maxWorkers: 2
        jobQueueSize: 100
      `,
    },
    {
      name: 'nobody knows how many workers there are',
      source: yaml`
        useJobTicket: true
      `,
    },
  ],
  invalid: [
    {
      name: 'the default queue',
      example: true,
      source: yaml`
        minWorkers: 2
        maxWorkers: 2
        useJobTicket: true
        #             ^^^^ absent {"size":100,"workers":2}
      `,
    },
    {
      name: 'a larger queue',
      source: yaml`
        minWorkers: 2
        maxWorkers: 2
        useJobTicket: true
        jobQueueSize: 10
        #             ^^ larger {"size":10,"workers":2}
      `,
    },
  ],
});
