import { torchserve } from '@topodiff/schema';
import { defineNumericSettingChange } from '../../families/numeric-setting.ts';

export const clientTimeoutDecreased = defineNumericSettingChange({
  id: 'client-timeout-decreased',
  opposite: 'client-timeout-increased',
  description: 'Requests are dropped earlier.',
  area: 'timeouts',
  action: 'decreased',
  keys: ['clientTimeoutInMills'],
  unit: 'ms',
  message: 'A request is dropped after {head} instead of {base}.',
  impacts: [
    {
      level: 'dangerous',
      reason: 'A request that waits longer in the queue is dropped without any answer; its connection hangs.',
    },
  ],
  upstream: [torchserve('wlm/Model.java', 'pollBatch', '482-489')],
  when: (base, head) => head > 0 && head < base,
});
