import { torchserve } from '@topodiff/schema';
import { defineRule } from '../../rule.ts';

export const asyncWithBatchingMode = defineRule({
  id: 'async-with-batching-mode',
  description: 'Disallow continuousBatching and sequenceBatching beside asyncCommunication',
  rationale:
    'The aggregators of both modes are made for a worker that answers before it gets the next batch. With an asynchronous one they send the same requests again and again in a tight loop until the worker dies.',
  area: 'batching',
  severity: 'error',
  presets: ['recommended', 'strict'],
  needs: 'effective-config',
  versions: { since: '0.11.1' },
  evidence: ['observed', 'source'],
  upstream: [torchserve('wlm/WorkLoadManager.java', 'addThreads: the aggregator by the flags', '230-272')],
  messages: {
    mode: '{mode} does not work with asyncCommunication: TorchServe sends the same requests in a loop until the worker dies.',
  },
  suggestions: { mode: 'Remove one of the two.' },
  check: ({ effective: { settings } }) => {
    if (!settings.asyncCommunication.value) return [];
    return [settings.continuousBatching, settings.sequenceBatching]
      .filter(({ value }) => value)
      .map(({ key, path }) => ({ messageId: 'mode' as const, at: path, params: { mode: key } }));
  },
});
