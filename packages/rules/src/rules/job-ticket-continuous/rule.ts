import { torchserve } from '@topodiff/schema';
import { defineRule } from '../../rule.ts';

export const jobTicketContinuous = defineRule({
  id: 'job-ticket-continuous',
  description: 'Disallow useJobTicket beside continuousBatching',
  rationale:
    'Tickets limit what is accepted to what workers wait for. With continuous batching a worker issues one at every decode step, so the limit limits nothing.',
  area: 'queue',
  severity: 'warning',
  presets: ['recommended', 'strict'],
  needs: 'effective-config',
  versions: { since: '0.9.0' },
  evidence: ['source'],
  upstream: [torchserve('wlm/Model.java', 'pollBatch: a ticket at every poll', '438-443')],
  messages: {
    ineffective: 'useJobTicket limits nothing here: continuousBatching issues a ticket at every decode step.',
  },
  suggestions: { ineffective: 'Remove useJobTicket, and set jobQueueSize to limit what waits.' },
  check: ({ effective: { settings } }) => {
    const { useJobTicket, continuousBatching, sequenceBatching } = settings;
    if (!useJobTicket.value || !continuousBatching.value || sequenceBatching.value) return [];
    return [{ messageId: 'ineffective' as const, at: useJobTicket.path }];
  },
});
