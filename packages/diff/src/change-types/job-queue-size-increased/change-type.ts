import { torchserve } from '@topodiff/schema';
import { defineNumericSettingChange } from '../../families/numeric-setting.ts';

export const jobQueueSizeIncreased = defineNumericSettingChange({
  id: 'job-queue-size-increased',
  opposite: 'job-queue-size-decreased',
  description: 'More requests may wait for the model.',
  area: 'queue',
  action: 'increased',
  keys: ['jobQueueSize'],
  message: 'Up to {head} requests wait for the model instead of {base}.',
  impacts: [
    {
      level: 'non-breaking',
      reason: 'Requests that are refused today may wait instead; waiting requests hold memory.',
    },
  ],
  upstream: [torchserve('wlm/Model.java', 'queueSize', '128-131')],
});
