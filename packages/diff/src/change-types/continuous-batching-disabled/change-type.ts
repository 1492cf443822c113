import { torchserve } from '@topodiff/schema';
import { defineFlagSettingChange } from '../../families/flag-setting.ts';

export const continuousBatchingDisabled = defineFlagSettingChange({
  id: 'continuous-batching-disabled',
  opposite: 'continuous-batching-enabled',
  description: 'Continuous batching was switched off.',
  area: 'batching',
  action: 'removed',
  key: 'continuousBatching',
  message: 'Continuous batching is switched off.',
  impacts: [
    {
      level: 'breaking',
      reason: 'A handler that answers one token per call is called once, so its answers end after the first.',
    },
  ],
  upstream: [
    torchserve('wlm/WorkLoadManager.java', 'addThreads', '230-242'),
    torchserve('wlm/ContinuousBatching.java', 'getRequest'),
  ],
});
