import { torchserve } from '@topodiff/schema';
import { defineFlagSettingChange } from '../../families/flag-setting.ts';

export const sequenceBatchingDisabled = defineFlagSettingChange({
  id: 'sequence-batching-disabled',
  opposite: 'sequence-batching-enabled',
  description: 'Sequence batching was switched off.',
  area: 'batching',
  action: 'removed',
  key: 'sequenceBatching',
  message: 'Sequence batching is switched off.',
  impacts: [
    {
      level: 'breaking',
      reason:
        'Requests of one sequence may reach different workers, so a handler that keeps state between them loses it.',
    },
  ],
  upstream: [
    torchserve('wlm/Model.java', 'sequenceBatch', '133-147'),
    torchserve('wlm/SequenceBatching.java', 'getRequest'),
  ],
});
