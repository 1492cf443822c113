import { torchserve } from '@topodiff/schema';
import { defineRule } from '../../rule.ts';
import { isAbsent } from '../../settings.ts';

export const jobTicketQueueSize = defineRule({
  id: 'job-ticket-queue-size',
  description: 'Require a jobQueueSize of the number of workers beside useJobTicket',
  rationale:
    'Tickets are for requests that should be refused rather than wait. The documentation pairs them with a queue of as many places as there are workers.',
  area: 'queue',
  severity: 'info',
  presets: ['recommended', 'strict'],
  needs: 'effective-config',
  inputs: ['host', 'config.properties'],
  versions: { since: '0.8.1' },
  evidence: ['documentation'],
  upstream: [torchserve('docs/large_model_inference.md', 'job tickets', '252-263')],
  messages: {
    absent:
      'useJobTicket is on, and the queue has {size} places for {workers} workers: jobQueueSize is not set.',
    larger: 'useJobTicket is on, and the queue has {size} places for {workers} workers.',
  },
  suggestions: { absent: 'Set jobQueueSize to {workers}.', larger: 'Set jobQueueSize to {workers}.' },
  check: ({ effective: { settings } }) => {
    const { useJobTicket, jobQueueSize, minWorkers, sequenceBatching, continuousBatching } = settings;
    const isOtherMode = sequenceBatching.value || continuousBatching.value;
    if (!useJobTicket.value || isOtherMode || minWorkers.isAssumed) return [];
    const params = { size: jobQueueSize.value, workers: minWorkers.value };
    if (minWorkers.value < 1 || jobQueueSize.value <= minWorkers.value) return [];
    return isAbsent(jobQueueSize)
      ? [{ messageId: 'absent' as const, at: useJobTicket.path, params }]
      : [{ messageId: 'larger' as const, at: jobQueueSize.path, params }];
  },
});
