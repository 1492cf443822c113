import { torchserve } from '@topodiff/schema';
import { showSetting } from '../../show-setting.ts';
import { defineChangeType } from '../../change-type.ts';

export const rendezvousEndpointRemoved = defineChangeType({
  id: 'rendezvous-endpoint-removed',
  description: "The processes of a worker meet at torchrun's default address.",
  area: 'launcher',
  action: 'removed',
  opposite: 'rendezvous-endpoint-added',
  messages: { changed: "The processes of a worker meet at torchrun's default instead of {base}." },
  impacts: [
    {
      level: 'dangerous',
      reason:
        'By default all torchrun workers of a host share localhost:29400: the first one hosts the store, and the others lose it with that one.',
    },
  ],
  upstream: [torchserve('wlm/WorkerLifeCycle.java', 'attachRunner', '293-324')],
  find({ settings }) {
    const setting = settings.find(({ key }) => key === 'torchrun.rdzv-endpoint');
    if (setting?.base === undefined || setting.head === undefined || !setting.isValueChanged) return [];
    if (setting.head.value !== null) return [];
    return [
      {
        messageId: 'changed',
        at: setting.path,
        params: { base: showSetting(setting.base), head: showSetting(setting.head) },
      },
    ];
  },
});
