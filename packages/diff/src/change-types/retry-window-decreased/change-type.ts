import { torchserve } from '@topodiff/schema';
import { defineNumericSettingChange } from '../../families/numeric-setting.ts';

export const retryWindowDecreased = defineNumericSettingChange({
  id: 'retry-window-decreased',
  opposite: 'retry-window-increased',
  description: 'A failing worker is restarted for less long.',
  area: 'timeouts',
  action: 'decreased',
  keys: ['maxRetryTimeoutInSec'],
  unit: 's',
  message: 'TorchServe starts a failing worker again for {head} instead of {base}.',
  impacts: [
    {
      level: 'dangerous',
      reason: 'A worker that fails for longer than that stays down until somebody restarts TorchServe.',
    },
  ],
  upstream: [torchserve('wlm/WorkerThread.java', 'run: isHealthy, retry', '315, 535-542')],
});
