import { torchserve } from '@topodiff/schema';
import { defineNumericSettingChange } from '../../families/numeric-setting.ts';

export const responseTimeoutDecreased = defineNumericSettingChange({
  id: 'response-timeout-decreased',
  opposite: 'response-timeout-increased',
  description: 'A request may take less long before its worker is restarted.',
  area: 'timeouts',
  action: 'decreased',
  keys: ['responseTimeout'],
  unit: 's',
  message: 'A request may take {head} instead of {base}.',
  impacts: [
    {
      level: 'dangerous',
      reason: 'A request that takes longer gets an error 500, and TorchServe kills and restarts the worker.',
    },
  ],
  upstream: [torchserve('wlm/WorkerThread.java', 'run', '157-208')],
});
