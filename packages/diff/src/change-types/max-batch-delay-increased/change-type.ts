import { torchserve } from '@topodiff/schema';
import { defineNumericSettingChange } from '../../families/numeric-setting.ts';

export const maxBatchDelayIncreased = defineNumericSettingChange({
  id: 'max-batch-delay-increased',
  opposite: 'max-batch-delay-decreased',
  description: 'A batch waits longer for more requests.',
  area: 'batching',
  action: 'increased',
  keys: ['maxBatchDelay'],
  unit: 'ms',
  message: 'A batch waits up to {head} for more requests instead of {base}.',
  impacts: [{ level: 'dangerous', reason: 'A request that comes alone waits longer before it is answered.' }],
  upstream: [
    torchserve('wlm/ModelManager.java', 'createModel', '423-443'),
    torchserve('wlm/BatchAggregator.java', 'getRequest'),
  ],
});
