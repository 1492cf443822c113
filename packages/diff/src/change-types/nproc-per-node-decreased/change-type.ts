import { torchserve } from '@topodiff/schema';
import { parallelShape, showProcesses } from '../../parallel-shape.ts';
import { defineChangeType } from '../../change-type.ts';

export const nprocPerNodeDecreased = defineChangeType({
  id: 'nproc-per-node-decreased',
  description: 'torchrun starts fewer processes for a worker.',
  area: 'launcher',
  action: 'decreased',
  opposite: 'nproc-per-node-increased',
  messages: { changed: 'torchrun starts {head} for a worker instead of {base}.' },
  impacts: [
    {
      level: 'dangerous',
      reason: 'The model is divided among fewer processes, each of which holds a larger part of it.',
    },
  ],
  upstream: [torchserve('wlm/WorkerLifeCycle.java', 'attachRunner', '293-324')],
  find({ running }) {
    if (running === null) return [];
    const base = parallelShape(running.base);
    const head = parallelShape(running.head);
    if (base.launcher !== 'torchrun' || head.launcher !== 'torchrun') return [];
    // With a GPU for each process the number of GPUs says it already.
    if (base.processes === base.gpusPerWorker && head.processes === head.gpusPerWorker) return [];
    if (base.processes <= head.processes) return [];
    return [
      {
        messageId: 'changed',
        at: ['torchrun', 'nproc-per-node'],
        params: { base: showProcesses(base.processes), head: showProcesses(head.processes) },
      },
    ];
  },
});
