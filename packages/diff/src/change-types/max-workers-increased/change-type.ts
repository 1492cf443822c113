import { torchserve } from '@topodiff/schema';
import { defineNumericSettingChange } from '../../families/numeric-setting.ts';

export const maxWorkersIncreased = defineNumericSettingChange({
  id: 'max-workers-increased',
  opposite: 'max-workers-decreased',
  description: 'The upper bound for workers was raised.',
  area: 'workers',
  action: 'increased',
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
