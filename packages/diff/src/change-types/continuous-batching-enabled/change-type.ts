import { torchserve } from '@topodiff/schema';
import { defineFlagSettingChange } from '../../families/flag-setting.ts';

export const continuousBatchingEnabled = defineFlagSettingChange({
  id: 'continuous-batching-enabled',
  opposite: 'continuous-batching-disabled',
  description: 'Continuous batching was switched on.',
  area: 'batching',
  action: 'added',
  key: 'continuousBatching',
  message: 'Continuous batching is switched on.',
  impacts: [
    {
      level: 'breaking',
      reason:
        'The handler is called again and again for the same request and must keep its state; one that does not answers wrongly.',
    },
  ],
  upstream: [
    torchserve('wlm/WorkLoadManager.java', 'addThreads', '230-242'),
    torchserve('wlm/ContinuousBatching.java', 'getRequest'),
  ],
});
