import { torchserve } from '@topodiff/schema';
import { levelPath } from '../../level-path.ts';
import { parallelShape, showGpus } from '../../parallel-shape.ts';
import { defineChangeType } from '../../change-type.ts';

export const gpusPerWorkerIncreased = defineChangeType({
  id: 'gpus-per-worker-increased',
  description: 'A worker takes more GPUs.',
  area: 'parallelism',
  action: 'increased',
  opposite: 'gpus-per-worker-decreased',
  messages: { changed: 'A worker takes {head} instead of {base}.' },
  impacts: [
    {
      level: 'dangerous',
      reason:
        'All of them must be free on the host; with fewer GPUs than one worker takes, the model does not start.',
    },
  ],
  upstream: [
    torchserve('wlm/WorkerThread.java', 'getDeviceIds', '518-533'),
    torchserve('wlm/ModelManager.java', 'updateModel: capacity', '606-631'),
  ],
  find({ running }) {
    if (running === null) return [];
    const base = parallelShape(running.base).gpusPerWorker;
    const head = parallelShape(running.head).gpusPerWorker;
    // A worker without GPUs runs on CPU, which is another change: device-type-changed.
    if (base === 0 || head === 0 || base >= head) return [];
    return [
      {
        messageId: 'changed',
        at: levelPath(running.head),
        baseAt: levelPath(running.base),
        params: { base: showGpus(base), head: showGpus(head) },
      },
    ];
  },
});
