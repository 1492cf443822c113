import { torchserve } from '@topodiff/schema';
import { defineNumericSettingChange } from '../../families/numeric-setting.ts';

export const startupTimeoutIncreased = defineNumericSettingChange({
  id: 'startup-timeout-increased',
  opposite: 'startup-timeout-decreased',
  description: 'The model may take longer to load.',
  area: 'timeouts',
  action: 'increased',
  keys: ['startupTimeout'],
  unit: 's',
  message: 'The model may take {head} to load instead of {base}.',
  impacts: [
    {
      level: 'non-breaking',
      reason: 'A model that loads in time today still does; one that hangs is noticed later.',
    },
  ],
  upstream: [
    torchserve('wlm/WorkerThread.java', 'run', '157'),
    torchserve('wlm/AsyncWorkerThread.java', 'run', '82-90'),
  ],
});
