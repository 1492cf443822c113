import { torchserve } from '@topodiff/schema';
import { parallelShape, showProcesses } from '../../parallel-shape.ts';
import { defineChangeType } from '../../change-type.ts';

export const launcherChanged = defineChangeType({
  id: 'launcher-changed',
  description: 'Workers are started by another program.',
  area: 'launcher',
  action: 'changed',
  opposite: 'launcher-changed',
  messages: {
    toTorchrun: 'A worker is started by torchrun, as {processes}, instead of one plain Python process.',
    toPython: 'A worker is one plain Python process instead of {processes} that torchrun starts.',
  },
  impacts: [
    {
      level: 'breaking',
      reason:
        'A handler for torchrun reads its rank from LOCAL_RANK and WORLD_SIZE, which nobody else sets; a plain handler loads the whole model in every rank.',
    },
  ],
  upstream: [torchserve('wlm/WorkerLifeCycle.java', 'startWorkerPython, attachRunner', '133-146, 293-324')],
  find({ running }) {
    if (running === null) return [];
    const base = parallelShape(running.base);
    const head = parallelShape(running.head);
    if (base.launcher === head.launcher) return [];
    const isTorchrun = head.launcher === 'torchrun';
    return [
      {
        messageId: isTorchrun ? 'toTorchrun' : 'toPython',
        at: ['parallelType'],
        params: { processes: showProcesses(isTorchrun ? head.processes : base.processes) },
      },
    ];
  },
});
