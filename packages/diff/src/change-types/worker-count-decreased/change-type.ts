import { torchserve } from '@topodiff/schema';
import { defineNumericSettingChange } from '../../families/numeric-setting.ts';

export const workerCountDecreased = defineNumericSettingChange({
  id: 'worker-count-decreased',
  opposite: 'worker-count-increased',
  description: 'TorchServe starts fewer workers.',
  area: 'workers',
  action: 'decreased',
  keys: ['minWorkers'],
  unit: { one: 'worker', many: 'workers' },
  message: 'TorchServe starts {head} instead of {base}.',
  impacts: [
    {
      level: 'breaking',
      reason: 'Without a worker every request waits until it times out.',
      when: 'no worker is left',
      holds: (params) => params['isNone'] === true,
    },
    {
      level: 'dangerous',
      reason: 'Fewer requests run at the same time, so the queue fills earlier and then answers 503.',
    },
  ],
  upstream: [
    torchserve('wlm/WorkLoadManager.java', 'modelChanged', '151-152'),
    torchserve('wlm/ModelManager.java', 'updateModel: capacity', '606-631'),
  ],
  parameters: ({ head }) => ({ isNone: head.effective.settings.minWorkers.value === 0 }),
});
