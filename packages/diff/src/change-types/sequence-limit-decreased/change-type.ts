import { torchserve } from '@topodiff/schema';
import { defineNumericSettingChange } from '../../families/numeric-setting.ts';
import { orderOf } from '../../families/sequence-limit-order.ts';

export const sequenceLimitDecreased = defineNumericSettingChange({
  id: 'sequence-limit-decreased',
  opposite: 'sequence-limit-increased',
  description: 'A limit of sequence batching was lowered.',
  area: 'batching',
  action: 'decreased',
  keys: ['sequenceMaxIdleMSec', 'sequenceTimeoutMSec', 'maxSequenceJobQueueSize', 'maxNumSequence'],
  message: 'The sequence limit {key} is {head} instead of {base}.',
  impacts: [
    {
      level: 'dangerous',
      reason: 'A sequence that idles, lasts, queues or competes beyond the limit is ended or refused.',
    },
  ],
  upstream: [
    torchserve('wlm/Model.java', 'sequenceMaxIdleMSec', '133-147'),
    torchserve('wlm/SequenceBatching.java', 'getRequest'),
  ],
  when: (base, head, key) => orderOf(head, key) < orderOf(base, key),
});
