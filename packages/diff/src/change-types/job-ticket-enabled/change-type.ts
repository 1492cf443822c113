import { torchserve } from '@topodiff/schema';
import { defineFlagSettingChange } from '../../families/flag-setting.ts';

export const jobTicketEnabled = defineFlagSettingChange({
  id: 'job-ticket-enabled',
  opposite: 'job-ticket-disabled',
  description: 'Requests are refused unless a worker is free.',
  area: 'queue',
  action: 'added',
  key: 'useJobTicket',
  message: 'A request is taken only while a worker waits for one.',
  impacts: [
    { level: 'dangerous', reason: 'A request is answered 503 unless a worker waits for one at that moment.' },
  ],
  upstream: [torchserve('wlm/Model.java', 'addJob', '380-436')],
});
