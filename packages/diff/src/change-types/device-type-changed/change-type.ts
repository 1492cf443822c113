import { torchserve } from '@topodiff/schema';
import { defineChangeType } from '../../change-type.ts';

export const deviceTypeChanged = defineChangeType({
  id: 'device-type-changed',
  description: 'Workers run on another kind of device.',
  area: 'devices',
  action: 'changed',
  opposite: 'device-type-changed',
  messages: { changed: 'Workers run on {head} instead of {base}.' },
  impacts: [
    {
      level: 'breaking',
      reason: 'A handler that asks for a GPU fails, and any other answers far more slowly.',
      when: 'the model moves from GPUs to CPU',
      holds: (params) => params['head'] === 'cpu',
    },
    { level: 'dangerous', reason: 'The GPUs must be there and have the memory for the model.' },
  ],
  upstream: [torchserve('wlm/Model.java', 'deviceType', '106-112')],
  find({ running }) {
    if (running === null) return [];
    const base = running.base.launch.device;
    const head = running.head.launch.device;
    if (base === head) return [];
    return [{ messageId: 'changed', at: ['deviceType'], params: { base, head } }];
  },
});
