import { torchserve } from '@topodiff/schema';
import { defineNumericSettingChange } from '../../families/numeric-setting.ts';

export const clientTimeoutDisabled = defineNumericSettingChange({
  id: 'client-timeout-disabled',
  opposite: 'client-timeout-enabled',
  description: 'Requests are no longer dropped when they wait long.',
  area: 'timeouts',
  action: 'removed',
  keys: ['clientTimeoutInMills'],
  unit: 'ms',
  message: 'A request is no longer dropped after {base}.',
  impacts: [{ level: 'non-breaking', reason: 'Requests that are answered today are still answered.' }],
  upstream: [torchserve('wlm/Model.java', 'pollBatch', '482-489')],
  when: (base, head) => base > 0 && head <= 0,
});
