import { torchserve } from '@topodiff/schema';
import { defineNumericSettingChange } from '../../families/numeric-setting.ts';

export const maxWorkersDecreased = defineNumericSettingChange({
  id: 'max-workers-decreased',
  opposite: 'max-workers-increased',
  description: 'The upper bound for workers was lowered.',
  area: 'workers',
  action: 'decreased',
  keys: ['maxWorkers'],
  unit: { one: 'worker', many: 'workers' },
  message: 'At most {head} instead of {base}.',
  impacts: [
    {
      level: 'non-breaking',
      reason:
        'TorchServe starts minWorkers and never more by itself; the bound counts only when somebody scales the model down.',
    },
  ],
  upstream: [torchserve('wlm/WorkLoadManager.java', 'modelChanged', '151-154')],
});
