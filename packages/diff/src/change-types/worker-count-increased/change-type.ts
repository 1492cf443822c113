import { torchserve } from '@topodiff/schema';
import { defineNumericSettingChange } from '../../families/numeric-setting.ts';

export const workerCountIncreased = defineNumericSettingChange({
  id: 'worker-count-increased',
  opposite: 'worker-count-decreased',
  description: 'TorchServe starts more workers.',
  area: 'workers',
  action: 'increased',
  keys: ['minWorkers'],
  unit: { one: 'worker', many: 'workers' },
  message: 'TorchServe starts {head} instead of {base}.',
  impacts: [
    {
      level: 'dangerous',
      reason:
        'Each further worker loads the model once more onto the GPUs, which must have the memory for it.',
      when: 'the workers run on GPUs',
      holds: (params) => params['device'] === 'gpu',
    },
    {
      level: 'non-breaking',
      reason: 'More requests run at the same time; each further worker takes memory and CPU of the host.',
    },
  ],
  upstream: [
    torchserve('wlm/WorkLoadManager.java', 'modelChanged', '151-152'),
    torchserve('ModelServer.java', 'initModelStore', '206-225'),
  ],
  parameters: ({ head }) => ({ device: head.launch.device }),
});
