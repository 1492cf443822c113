import { torchserve } from '@topodiff/schema';
import { defineNumericSettingChange } from '../../families/numeric-setting.ts';

export const maxBatchDelayDecreased = defineNumericSettingChange({
  id: 'max-batch-delay-decreased',
  opposite: 'max-batch-delay-increased',
  description: 'A batch waits less long for more requests.',
  area: 'batching',
  action: 'decreased',
  keys: ['maxBatchDelay'],
  unit: 'ms',
  message: 'A batch waits up to {head} for more requests instead of {base}.',
  impacts: [{ level: 'non-breaking', reason: 'Requests wait less; batches may be smaller.' }],
  upstream: [
    torchserve('wlm/ModelManager.java', 'createModel', '423-443'),
    torchserve('wlm/BatchAggregator.java', 'getRequest'),
  ],
});
