import { torchserve } from '@topodiff/schema';
import { parallelShape, showProcesses } from '../../parallel-shape.ts';
import { defineChangeType } from '../../change-type.ts';

export const nprocPerNodeIncreased = defineChangeType({
  id: 'nproc-per-node-increased',
  description: 'torchrun starts more processes for a worker.',
  area: 'launcher',
  action: 'increased',
  opposite: 'nproc-per-node-decreased',
  messages: { changed: 'torchrun starts {head} for a worker instead of {base}.' },
  impacts: [
    {
      level: 'dangerous',
      reason: 'The model is divided among more processes, each with memory and CPU threads of its own.',
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
    if (base.processes >= head.processes) return [];
    return [
      {
        messageId: 'changed',
        at: ['torchrun', 'nproc-per-node'],
        params: { base: showProcesses(base.processes), head: showProcesses(head.processes) },
      },
    ];
  },
});
