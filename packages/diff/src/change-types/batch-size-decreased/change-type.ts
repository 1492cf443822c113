import { torchserve } from '@topodiff/schema';
import { defineNumericSettingChange } from '../../families/numeric-setting.ts';

export const batchSizeDecreased = defineNumericSettingChange({
  id: 'batch-size-decreased',
  opposite: 'batch-size-increased',
  description: 'A batch may hold fewer requests.',
  area: 'batching',
  action: 'decreased',
  keys: ['batchSize'],
  unit: { one: 'request', many: 'requests' },
  message: 'A batch holds up to {head} instead of {base}.',
  impacts: [
    {
      level: 'dangerous',
      reason: 'Fewer requests share one run of the model, so it answers fewer of them per second.',
    },
  ],
  upstream: [torchserve('wlm/ModelManager.java', 'createModel', '401-421')],
});
