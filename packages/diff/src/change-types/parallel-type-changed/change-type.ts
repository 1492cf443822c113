import { torchserve } from '@topodiff/schema';
import { showSetting } from '../../show-setting.ts';
import { defineChangeType } from '../../change-type.ts';

export const parallelTypeChanged = defineChangeType({
  id: 'parallel-type-changed',
  description: 'A model has another parallel type.',
  area: 'parallelism',
  action: 'changed',
  opposite: 'parallel-type-changed',
  messages: { changed: 'The parallel type is {head} instead of {base}.' },
  impacts: [
    {
      level: 'breaking',
      reason:
        'The type decides the launcher and which ranks get a request (pp: rank 0, tp and pptp: all of them), and a handler is written for one type.',
    },
  ],
  upstream: [
    torchserve('wlm/Model.java', 'isTensorParallel', '689-697'),
    torchserve('wlm/WorkerThread.java', 'getWorkers', '573-598'),
  ],
  find({ settings }) {
    const type = settings.find(({ key }) => key === 'parallelType');
    if (type?.base === undefined || type.head === undefined || !type.isValueChanged) return [];
    return [
      {
        messageId: 'changed',
        at: type.path,
        params: { base: showSetting(type.base), head: showSetting(type.head) },
      },
    ];
  },
});
