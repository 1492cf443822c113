import { isAtLeast, torchserve } from '@topodiff/schema';
import { defineRule } from '../../rule.ts';
import { declaredInteger } from '../../settings.ts';

export const sequenceKeysInert = defineRule({
  id: 'sequence-keys-inert',
  description: 'Disallow sequence keys without sequence batching',
  rationale:
    'The keys that start with sequence, and the limits of sequences, only count when sequences are batched: since 0.11.0 that takes sequenceBatching, before it took sequenceMaxIdleMSec above 0.',
  area: 'batching',
  severity: 'warning',
  presets: ['recommended', 'strict'],
  needs: 'effective-config',
  versions: { since: '0.10.0' },
  evidence: ['observed', 'source'],
  upstream: [torchserve('wlm/Model.java', 'the gate of the sequence keys', '133-147')],
  messages: {
    off: '{key} has no effect: sequenceBatching is not on.',
    closed: '{key} has no effect: sequenceMaxIdleMSec is not above 0.',
  },
  suggestions: {
    off: 'Set sequenceBatching: true and sequenceMaxIdleMSec, or remove it.',
    closed: 'Set sequenceMaxIdleMSec, or remove it.',
  },
  check: ({ effective: { settings }, host }) => {
    // Sequences without an idle time are an error of their own.
    if (settings.sequenceBatching.value) return [];
    const { sequenceMaxIdleMSec, sequenceTimeoutMSec, maxSequenceJobQueueSize, maxNumSequence } = settings;
    const limits = [sequenceTimeoutMSec, maxSequenceJobQueueSize, maxNumSequence];
    const hasFlag = isAtLeast(host.torchserveVersion, '0.11.0');
    return (hasFlag ? [sequenceMaxIdleMSec, ...limits] : limits)
      .filter((setting) => declaredInteger(setting) !== null)
      .map(({ key, path }) => ({
        messageId: hasFlag ? ('off' as const) : ('closed' as const),
        at: path,
        target: 'key' as const,
        params: { key },
      }));
  },
});
