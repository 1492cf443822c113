import { torchserve } from '@topodiff/schema';
import { defineNumericSettingChange } from '../../families/numeric-setting.ts';

export const clientTimeoutEnabled = defineNumericSettingChange({
  id: 'client-timeout-enabled',
  opposite: 'client-timeout-disabled',
  description: 'Requests that wait too long are dropped, which they were not before.',
  area: 'timeouts',
  action: 'added',
  keys: ['clientTimeoutInMills'],
  unit: 'ms',
  message: 'A request that waits longer than {head} is dropped.',
  impacts: [
    {
      level: 'dangerous',
      reason: 'A request that waits longer in the queue is dropped without any answer; its connection hangs.',
    },
  ],
  upstream: [torchserve('wlm/Model.java', 'pollBatch', '482-489')],
  when: (base, head) => base <= 0 && head > 0,
});
