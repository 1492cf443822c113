import { yaml } from '@topodiff/testkit';
import { defineCases } from '../../testing/define-cases.ts';
import { jobTicketContinuous } from './rule.ts';

export const cases = defineCases(jobTicketContinuous, {
  valid: [
    {
      name: 'tickets without continuous batching',
      example: true,
      source: yaml`
        useJobTicket: true
      `,
    },
    {
      name: 'sequences too, which has a rule of its own',
      source: yaml`
        useJobTicket: true
        continuousBatching: true
        sequenceBatching: true
        sequenceMaxIdleMSec: 60000
      `,
    },
  ],
  invalid: [
    {
      name: 'both',
      example: true,
      source: yaml`
        continuousBatching: true
        batchSize: 8
        useJobTicket: true
        #             ^^^^ ineffective
      `,
    },
  ],
});
