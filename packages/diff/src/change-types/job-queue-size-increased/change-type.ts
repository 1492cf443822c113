import { torchserve } from '@topodiff/schema';
import { defineNumericSettingChange } from '../../families/numeric-setting.ts';

export const jobQueueSizeIncreased = defineNumericSettingChange({
  id: 'job-queue-size-increased',
  opposite: 'job-queue-size-decreased',
  description: 'More requests may wait for the model.',
  area: 'queue',
  action: 'increased',
  keys: ['jobQueueSize'],
  unit: { one: 'request', many: 'requests' },
  message: 'The queue of the model holds {head} instead of {base}.',
  impacts: [
    {
      level: 'non-breaking',
      reason: 'Requests that are refused today may wait instead; waiting requests hold memory.',
    },
  ],
  upstream: [torchserve('wlm/Model.java', 'queueSize', '128-131')],
});
