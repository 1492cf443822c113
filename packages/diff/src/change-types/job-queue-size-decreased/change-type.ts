import { torchserve } from '@topodiff/schema';
import { defineNumericSettingChange } from '../../families/numeric-setting.ts';

export const jobQueueSizeDecreased = defineNumericSettingChange({
  id: 'job-queue-size-decreased',
  opposite: 'job-queue-size-increased',
  description: 'Fewer requests may wait for the model.',
  area: 'queue',
  action: 'decreased',
  keys: ['jobQueueSize'],
  unit: { one: 'request', many: 'requests' },
  message: 'The queue of the model holds {head} instead of {base}.',
  impacts: [{ level: 'dangerous', reason: 'A full queue answers 503, and it is full earlier.' }],
  upstream: [torchserve('wlm/Model.java', 'queueSize', '128-131')],
});
