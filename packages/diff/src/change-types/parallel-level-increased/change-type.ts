import { torchserve } from '@topodiff/schema';
import { levelPath } from '../../level-path.ts';
import { parallelShape } from '../../parallel-shape.ts';
import { defineChangeType } from '../../change-type.ts';

export const parallelLevelIncreased = defineChangeType({
  id: 'parallel-level-increased',
  description: 'The frontend waits for more ranks of a worker that uses no GPU.',
  area: 'parallelism',
  action: 'increased',
  opposite: 'parallel-level-decreased',
  messages: { changed: 'The parallel level is {head} instead of {base}.' },
  impacts: [
    { level: 'dangerous', reason: 'The frontend waits for as many processes of a worker as the level says.' },
  ],
  upstream: [
    torchserve('model/ModelConfig.java', 'setParallelLevel', '367-373'),
    torchserve('wlm/WorkerThread.java', 'connect', '393-430'),
  ],
  find({ running }) {
    if (running === null) return [];
    const base = parallelShape(running.base);
    const head = parallelShape(running.head);
    // On GPUs the level is the number of GPUs of a worker, which says it: gpus-per-worker-increased.
    const isSaid = base.gpusPerWorker > 0 && head.gpusPerWorker > 0;
    if (isSaid || base.level === 0 || head.level === 0 || base.level >= head.level) return [];
    return [
      {
        messageId: 'changed',
        at: levelPath(running.head),
        baseAt: levelPath(running.base),
        params: { base: base.level, head: head.level },
      },
    ];
  },
});
