import { torchserve } from '@topodiff/schema';
import { defineNumericSettingChange } from '../../families/numeric-setting.ts';

export const batchSizeIncreased = defineNumericSettingChange({
  id: 'batch-size-increased',
  opposite: 'batch-size-decreased',
  description: 'A batch may hold more requests.',
  area: 'batching',
  action: 'increased',
  keys: ['batchSize'],
  unit: { one: 'request', many: 'requests' },
  message: 'A batch holds up to {head} instead of {base}.',
  impacts: [
    {
      level: 'dangerous',
      reason: 'A larger batch takes more memory, and every request in it waits for the whole batch.',
    },
  ],
  upstream: [torchserve('wlm/ModelManager.java', 'createModel', '401-421')],
});
