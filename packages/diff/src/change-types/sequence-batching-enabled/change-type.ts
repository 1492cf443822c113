import { torchserve } from '@topodiff/schema';
import { defineFlagSettingChange } from '../../families/flag-setting.ts';

export const sequenceBatchingEnabled = defineFlagSettingChange({
  id: 'sequence-batching-enabled',
  opposite: 'sequence-batching-disabled',
  description: 'Sequence batching was switched on.',
  area: 'batching',
  action: 'added',
  key: 'sequenceBatching',
  message: 'Sequence batching is switched on.',
  impacts: [
    {
      level: 'breaking',
      reason:
        'Requests of one sequence go to one place in the batch, and clients must send the sequence id; without sequenceMaxIdleMSec every request fails.',
    },
  ],
  upstream: [
    torchserve('wlm/Model.java', 'sequenceBatch', '133-147'),
    torchserve('wlm/SequenceBatching.java', 'getRequest'),
  ],
});
