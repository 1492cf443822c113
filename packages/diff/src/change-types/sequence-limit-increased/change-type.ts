import { torchserve } from '@topodiff/schema';
import { defineNumericSettingChange } from '../../families/numeric-setting.ts';
import { orderOf } from '../../families/sequence-limit-order.ts';

export const sequenceLimitIncreased = defineNumericSettingChange({
  id: 'sequence-limit-increased',
  opposite: 'sequence-limit-decreased',
  description: 'A limit of sequence batching was raised.',
  area: 'batching',
  action: 'increased',
  keys: ['sequenceMaxIdleMSec', 'sequenceTimeoutMSec', 'maxSequenceJobQueueSize', 'maxNumSequence'],
  message: 'The sequence limit {key} is {head} instead of {base}.',
  impacts: [
    {
      level: 'non-breaking',
      reason: 'Sequences that are served today are still served; more of them hold memory.',
    },
  ],
  upstream: [
    torchserve('wlm/Model.java', 'sequenceMaxIdleMSec', '133-147'),
    torchserve('wlm/SequenceBatching.java', 'getRequest'),
  ],
  when: (base, head, key) => orderOf(head, key) > orderOf(base, key),
});
