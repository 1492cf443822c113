import { torchserve } from '@topodiff/schema';
import { defineRule } from '../../rule.ts';

export const sequenceWithoutIdle = defineRule({
  id: 'sequence-without-idle',
  description: 'Require sequenceMaxIdleMSec beside sequenceBatching',
  rationale:
    'sequenceBatching chooses the aggregator, but the queues of sequences are only made when sequenceMaxIdleMSec is above 0. Without them every request ends in a NullPointerException and HTTP 500.',
  area: 'batching',
  severity: 'error',
  presets: ['recommended', 'strict'],
  needs: 'effective-config',
  versions: { since: '0.11.0' },
  evidence: ['observed', 'documentation'],
  upstream: [torchserve('wlm/Model.java', 'the queues of sequences', '133-147, 310-352')],
  upstreamIssues: [2743],
  messages: {
    noIdle: 'sequenceBatching needs sequenceMaxIdleMSec above 0: without it every request is answered 500.',
  },
  suggestions: { noIdle: 'Set sequenceMaxIdleMSec to the milliseconds after which a silent sequence ends.' },
  check: ({ effective: { settings } }) =>
    settings.sequenceBatching.value && settings.sequenceMaxIdleMSec.value <= 0
      ? [{ messageId: 'noIdle' as const, at: settings.sequenceBatching.path }]
      : [],
});
