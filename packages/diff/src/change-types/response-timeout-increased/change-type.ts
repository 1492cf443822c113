import { torchserve } from '@topodiff/schema';
import { defineNumericSettingChange } from '../../families/numeric-setting.ts';

export const responseTimeoutIncreased = defineNumericSettingChange({
  id: 'response-timeout-increased',
  opposite: 'response-timeout-decreased',
  description: 'A request may take longer before its worker is restarted.',
  area: 'timeouts',
  action: 'increased',
  keys: ['responseTimeout'],
  unit: 's',
  message: 'A request may take {head} instead of {base}.',
  impacts: [
    {
      level: 'non-breaking',
      reason: 'Requests that are answered today are still answered; a worker that hangs is noticed later.',
    },
  ],
  upstream: [torchserve('wlm/WorkerThread.java', 'run', '157-208')],
});
