import { torchserve } from '@topodiff/schema';
import { defineNumericSettingChange } from '../../families/numeric-setting.ts';

export const clientTimeoutIncreased = defineNumericSettingChange({
  id: 'client-timeout-increased',
  opposite: 'client-timeout-decreased',
  description: 'Requests are dropped later.',
  area: 'timeouts',
  action: 'increased',
  keys: ['clientTimeoutInMills'],
  unit: 'ms',
  message: 'A request is dropped after {head} instead of {base}.',
  impacts: [{ level: 'non-breaking', reason: 'Requests that are answered today are still answered.' }],
  upstream: [torchserve('wlm/Model.java', 'pollBatch', '482-489')],
  when: (base, head) => base > 0 && head > base,
});
