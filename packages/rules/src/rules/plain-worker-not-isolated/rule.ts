import { torchserve } from '@topodiff/schema';
import { knownGpuCount } from '../../devices.ts';
import { defineRule } from '../../rule.ts';

export const plainWorkerNotIsolated = defineRule({
  id: 'plain-worker-not-isolated',
  description: 'Require handlers of plain workers to use their gpu_id',
  rationale:
    'A worker without parallelism sees every GPU of the server: TorchServe sets no CUDA_VISIBLE_DEVICES and only passes gpu_id to the handler. One that ignores it puts every worker on cuda:0.',
  area: 'devices',
  severity: 'info',
  presets: ['strict'],
  needs: 'launch-plan',
  inputs: ['host'],
  evidence: ['observed'],
  upstream: [torchserve('wlm/WorkerThread.java', 'getDeviceIds: only for parallel workers', '520')],
  messages: {
    pool: 'deviceIds only chooses the gpu_id that the handler gets: each worker sees all {count} GPUs.',
    workers: 'Each of the {workers} workers sees all {count} GPUs: only gpu_id tells them apart.',
  },
  suggestions: {
    pool: 'Make sure that the handler uses gpu_id.',
    workers: 'Make sure that the handler uses gpu_id.',
  },
  check: ({ launch, effective: { settings }, host }) => {
    const count = knownGpuCount(host);
    if (count === null || count < 2 || launch.parallelLevel > 0 || launch.device === 'cpu') return [];
    const { deviceIds, minWorkers } = settings;
    if ((deviceIds.value ?? []).length > 0) {
      return [{ messageId: 'pool' as const, at: deviceIds.path, target: 'key' as const, params: { count } }];
    }
    const workers = launch.workers.length + launch.unlistedWorkers;
    if (workers < 2) return [];
    return [
      {
        messageId: 'workers' as const,
        at: minWorkers.path,
        target: 'key' as const,
        params: { workers, count },
      },
    ];
  },
});
