import { torchserve } from '@topodiff/schema';
import { defineNumericSettingChange } from '../../families/numeric-setting.ts';

export const nnodesDecreased = defineNumericSettingChange({
  id: 'nnodes-decreased',
  opposite: 'nnodes-increased',
  description: 'torchrun waits for fewer nodes.',
  area: 'launcher',
  action: 'decreased',
  keys: ['torchrun.nnodes'],
  unit: { one: 'node', many: 'nodes' },
  message: 'torchrun waits for {head} instead of {base}.',
  impacts: [{ level: 'dangerous', reason: 'The ranks of the other nodes are no longer part of the worker.' }],
  upstream: [
    torchserve('wlm/WorkerLifeCycle.java', 'attachRunner', '293-324'),
    torchserve('wlm/ModelManager.java', 'updateModel', '607-611'),
  ],
});
