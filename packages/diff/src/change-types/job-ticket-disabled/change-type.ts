import { torchserve } from '@topodiff/schema';
import { defineFlagSettingChange } from '../../families/flag-setting.ts';

export const jobTicketDisabled = defineFlagSettingChange({
  id: 'job-ticket-disabled',
  opposite: 'job-ticket-enabled',
  description: 'Requests are no longer refused when no worker is free.',
  area: 'queue',
  action: 'removed',
  key: 'useJobTicket',
  message: 'Requests wait in the queue until a worker is free.',
  impacts: [{ level: 'non-breaking', reason: 'Requests may wait in the queue again.' }],
  upstream: [torchserve('wlm/Model.java', 'addJob', '380-436')],
});
