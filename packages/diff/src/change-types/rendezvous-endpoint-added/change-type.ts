import { torchserve } from '@topodiff/schema';
import { showSetting } from '../../show-setting.ts';
import { defineChangeType } from '../../change-type.ts';

export const rendezvousEndpointAdded = defineChangeType({
  id: 'rendezvous-endpoint-added',
  description: 'The processes of a worker meet at a given address.',
  area: 'launcher',
  action: 'added',
  opposite: 'rendezvous-endpoint-removed',
  messages: { changed: "The processes of a worker meet at {head} instead of torchrun's default." },
  impacts: [
    {
      level: 'dangerous',
      reason:
        'The address must be reachable from the host; workers that share it share its store, and lose it together.',
    },
  ],
  upstream: [torchserve('wlm/WorkerLifeCycle.java', 'attachRunner', '293-324')],
  find({ settings }) {
    const setting = settings.find(({ key }) => key === 'torchrun.rdzv-endpoint');
    if (setting?.base === undefined || setting.head === undefined || !setting.isValueChanged) return [];
    if (setting.base.value !== null) return [];
    return [
      {
        messageId: 'changed',
        at: setting.path,
        params: { base: showSetting(setting.base), head: showSetting(setting.head) },
      },
    ];
  },
});
