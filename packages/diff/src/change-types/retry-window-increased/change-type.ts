import { torchserve } from '@topodiff/schema';
import { defineNumericSettingChange } from '../../families/numeric-setting.ts';

export const retryWindowIncreased = defineNumericSettingChange({
  id: 'retry-window-increased',
  opposite: 'retry-window-decreased',
  description: 'A failing worker is restarted for longer.',
  area: 'timeouts',
  action: 'increased',
  keys: ['maxRetryTimeoutInSec'],
  unit: 's',
  message: 'TorchServe starts a failing worker again for {head} instead of {base}.',
  impacts: [
    {
      level: 'non-breaking',
      reason: 'A worker gets more attempts; the health check reports a failing model as healthy for longer.',
    },
  ],
  upstream: [torchserve('wlm/WorkerThread.java', 'run: isHealthy, retry', '315, 535-542')],
});
