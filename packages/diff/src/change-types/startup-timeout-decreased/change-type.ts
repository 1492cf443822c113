import { torchserve } from '@topodiff/schema';
import { defineNumericSettingChange } from '../../families/numeric-setting.ts';

export const startupTimeoutDecreased = defineNumericSettingChange({
  id: 'startup-timeout-decreased',
  opposite: 'startup-timeout-increased',
  description: 'The model may take less long to load.',
  area: 'timeouts',
  action: 'decreased',
  keys: ['startupTimeout'],
  unit: 's',
  message: 'The model may take {head} to load instead of {base}.',
  impacts: [
    {
      level: 'dangerous',
      reason: 'A model that takes longer to load is killed and started again, and never serves.',
    },
  ],
  upstream: [
    torchserve('wlm/WorkerThread.java', 'run', '157'),
    torchserve('wlm/AsyncWorkerThread.java', 'run', '82-90'),
  ],
});
