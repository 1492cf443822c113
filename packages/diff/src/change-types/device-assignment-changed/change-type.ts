import { torchserve } from '@topodiff/schema';
import type { TopologyWorker } from '@topodiff/topology';
import { compareKeyedLists } from '../../compare/keyed-list.ts';
import { parallelShape } from '../../parallel-shape.ts';
import { defineChangeType } from '../../change-type.ts';

function showDevices({ devices }: TopologyWorker): string {
  return devices.length === 0 ? 'unknown' : devices.join(', ');
}

export const deviceAssignmentChanged = defineChangeType({
  id: 'device-assignment-changed',
  description: 'Workers get other GPUs although the model asks for the same.',
  area: 'devices',
  action: 'changed',
  opposite: 'device-assignment-changed',
  messages: { changed: 'Workers run on GPUs {head} instead of {base}.' },
  impacts: [
    { level: 'dangerous', reason: 'Workers move to other GPUs, where other models may run already.' },
  ],
  upstream: [torchserve('wlm/WorkLoadManager.java', 'addThreads', '205-222')],
  find({ running, settings }) {
    if (running === null) return [];
    const { base, head } = running;
    // These three move workers too, and say so themselves.
    if (settings.some(({ key, isValueChanged }) => key === 'deviceIds' && isValueChanged)) return [];
    if (base.launch.device !== head.launch.device) return [];
    if (parallelShape(base).gpusPerWorker !== parallelShape(head).gpusPerWorker) return [];
    const { mutual } = compareKeyedLists(base.topology.workers, head.topology.workers, ({ id }) => id);
    const moved = mutual.filter((worker) => showDevices(worker.base) !== showDevices(worker.head));
    if (moved.length === 0) return [];
    return [
      {
        messageId: 'changed',
        at: [],
        target: 'key',
        params: {
          base: moved.map((worker) => showDevices(worker.base)).join('; '),
          head: moved.map((worker) => showDevices(worker.head)).join('; '),
        },
      },
    ];
  },
});
