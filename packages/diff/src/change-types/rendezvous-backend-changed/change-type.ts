import { torchserve } from '@topodiff/schema';
import { showSetting } from '../../show-setting.ts';
import { defineChangeType } from '../../change-type.ts';

export const rendezvousBackendChanged = defineChangeType({
  id: 'rendezvous-backend-changed',
  description: 'The processes of a worker find each other through another backend.',
  area: 'launcher',
  action: 'changed',
  opposite: 'rendezvous-backend-changed',
  messages: { changed: 'The processes of a worker find each other through {head} instead of {base}.' },
  impacts: [
    {
      level: 'dangerous',
      reason: 'A backend that is not reachable, or not installed, keeps the worker from starting.',
    },
  ],
  upstream: [torchserve('wlm/WorkerLifeCycle.java', 'attachRunner', '293-324')],
  find({ settings }) {
    const setting = settings.find(({ key }) => key === 'torchrun.rdzv-backend');
    if (setting?.base === undefined || setting.head === undefined || !setting.isValueChanged) return [];
    return [
      {
        messageId: 'changed',
        at: setting.path,
        params: { base: showSetting(setting.base), head: showSetting(setting.head) },
      },
    ];
  },
});
