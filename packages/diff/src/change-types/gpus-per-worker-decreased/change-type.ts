import { torchserve } from '@topodiff/schema';
import { levelPath } from '../../level-path.ts';
import { parallelShape, showGpus } from '../../parallel-shape.ts';
import { defineChangeType } from '../../change-type.ts';

export const gpusPerWorkerDecreased = defineChangeType({
  id: 'gpus-per-worker-decreased',
  description: 'A worker takes fewer GPUs.',
  area: 'parallelism',
  action: 'decreased',
  opposite: 'gpus-per-worker-increased',
  messages: { changed: 'A worker takes {head} instead of {base}.' },
  impacts: [{ level: 'dangerous', reason: 'The model must fit into the memory of fewer GPUs.' }],
  upstream: [
    torchserve('wlm/WorkerThread.java', 'getDeviceIds', '518-533'),
    torchserve('wlm/ModelManager.java', 'updateModel: capacity', '606-631'),
  ],
  find({ running }) {
    if (running === null) return [];
    const base = parallelShape(running.base).gpusPerWorker;
    const head = parallelShape(running.head).gpusPerWorker;
    // A worker without GPUs runs on CPU, which is another change: device-type-changed.
    if (base === 0 || head === 0 || base <= head) return [];
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
