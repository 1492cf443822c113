import { torchserve } from '@topodiff/schema';
import type { Setting } from '@topodiff/topology';
import { showEffect, showSetting } from '../../show-setting.ts';
import { defineChangeType } from '../../change-type.ts';

/** The GPUs in the order in which workers get them; all of the host when the file names none that TorchServe takes. */
function showPool(setting: Setting<unknown>): string {
  return showEffect(setting) === 'none' ? 'of the whole host' : showSetting(setting);
}

export const devicePoolChanged = defineChangeType({
  id: 'device-pool-changed',
  description: 'A model uses other GPUs of the host.',
  area: 'devices',
  action: 'changed',
  opposite: 'device-pool-changed',
  messages: { changed: 'The model uses GPUs {head} instead of {base}.' },
  impacts: [
    { level: 'dangerous', reason: 'Workers move to other GPUs, where other models may run already.' },
  ],
  upstream: [
    torchserve('wlm/WorkLoadManager.java', 'addThreads', '215-222'),
    torchserve('wlm/Model.java', 'deviceIds', '114-125'),
  ],
  find({ settings }) {
    const ids = settings.find(({ key }) => key === 'deviceIds');
    if (ids?.base === undefined || ids.head === undefined || !ids.isValueChanged) return [];
    return [
      {
        messageId: 'changed',
        at: ids.path,
        params: { base: showPool(ids.base), head: showPool(ids.head) },
      },
    ];
  },
});
