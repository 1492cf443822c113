import { torchserve } from '@topodiff/schema';
import { defineRule } from '../../rule.ts';

export const sequenceWithJobTicket = defineRule({
  id: 'sequence-with-job-ticket',
  description: 'Disallow useJobTicket beside sequence batching',
  rationale:
    'A request is accepted only against a ticket that a waiting worker issues. The threads of sequence batching never issue one.',
  area: 'queue',
  severity: 'error',
  presets: ['recommended', 'strict'],
  needs: 'effective-config',
  versions: { since: '0.10.0' },
  evidence: ['observed'],
  upstream: [
    torchserve('wlm/SequenceBatching.java', 'pollBatch: issues no ticket', '89-90'),
    torchserve('wlm/Model.java', 'useJobTicket', '380-436'),
  ],
  messages: {
    noTickets: 'useJobTicket does not work with sequence batching: every request is answered 503.',
  },
  suggestions: { noTickets: 'Remove useJobTicket.' },
  check: ({ effective: { settings } }) =>
    settings.sequenceBatching.value && settings.useJobTicket.value
      ? [{ messageId: 'noTickets' as const, at: settings.useJobTicket.path }]
      : [],
});
