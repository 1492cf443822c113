import { torchserve } from '@topodiff/schema';
import { defineRule } from '../../rule.ts';
import { isAbsent } from '../../settings.ts';

export const sequenceNoRecovery = defineRule({
  id: 'sequence-no-recovery',
  description: 'Require attention to workers of sequence batching, which are never restarted',
  rationale:
    'A worker that dies is started again by its thread. The thread of sequence batching starts a helper that cannot be started twice: the retry throws, nobody sees it, and the worker stays away until somebody scales the model.',
  area: 'batching',
  severity: 'info',
  presets: ['strict'],
  needs: 'effective-config',
  versions: { since: '0.10.0' },
  evidence: ['observed', 'source'],
  upstream: [
    torchserve('wlm/WorkerThread.java', 'retry', '511'),
    torchserve('wlm/SequenceBatching.java', 'startEventDispatcher', '55-58'),
  ],
  messages: { lost: 'A worker of sequence batching that dies is never started again.' },
  suggestions: { lost: 'Watch the number of workers, and scale the model when one is missing.' },
  check: ({ effective: { settings } }) => {
    const { sequenceBatching, sequenceMaxIdleMSec } = settings;
    if (!sequenceBatching.value || sequenceMaxIdleMSec.value <= 0) return [];
    const { path } = isAbsent(sequenceBatching) ? sequenceMaxIdleMSec : sequenceBatching;
    return [{ messageId: 'lost' as const, at: path, target: 'key' as const }];
  },
});
