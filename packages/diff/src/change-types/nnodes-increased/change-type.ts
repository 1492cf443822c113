import { torchserve } from '@topodiff/schema';
import { defineNumericSettingChange } from '../../families/numeric-setting.ts';

export const nnodesIncreased = defineNumericSettingChange({
  id: 'nnodes-increased',
  opposite: 'nnodes-decreased',
  description: 'torchrun waits for more nodes.',
  area: 'launcher',
  action: 'increased',
  keys: ['torchrun.nnodes'],
  unit: { one: 'node', many: 'nodes' },
  message: 'torchrun waits for {head} instead of {base}.',
  impacts: [
    {
      level: 'dangerous',
      reason:
        'TorchServe plans one node only: a worker becomes ready when torchrun has found as many others elsewhere.',
    },
  ],
  upstream: [
    torchserve('wlm/WorkerLifeCycle.java', 'attachRunner', '293-324'),
    torchserve('wlm/ModelManager.java', 'updateModel', '607-611'),
  ],
});
