import { torchserve } from '@topodiff/schema';
import { showSetting } from '../../show-setting.ts';
import { defineChangeType } from '../../change-type.ts';

export const rendezvousEndpointChanged = defineChangeType({
  id: 'rendezvous-endpoint-changed',
  description: 'The processes of a worker meet at another address.',
  area: 'launcher',
  action: 'changed',
  opposite: 'rendezvous-endpoint-changed',
  messages: { changed: 'The processes of a worker meet at {head} instead of {base}.' },
  impacts: [
    { level: 'dangerous', reason: 'Workers that share an address share its store, and lose it together.' },
  ],
  upstream: [torchserve('wlm/WorkerLifeCycle.java', 'attachRunner', '293-324')],
  find({ settings }) {
    const setting = settings.find(({ key }) => key === 'torchrun.rdzv-endpoint');
    if (setting?.base === undefined || setting.head === undefined || !setting.isValueChanged) return [];
    if (setting.base.value === null || setting.head.value === null) return [];
    return [
      {
        messageId: 'changed',
        at: setting.path,
        params: { base: showSetting(setting.base), head: showSetting(setting.head) },
      },
    ];
  },
});
