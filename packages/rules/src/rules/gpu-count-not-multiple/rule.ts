import { torchserve } from '@topodiff/schema';
import { levelSetting } from '@topodiff/topology';
import { defineRule } from '../../rule.ts';

export const gpuCountNotMultiple = defineRule({
  id: 'gpu-count-not-multiple',
  description: 'Require a number of GPUs that the parallel level divides',
  rationale:
    'What is left over stays idle. Worse, TorchServe’s counter goes on from where the last worker ended and wraps inside the number of GPUs: after scaling down and up, workers get GPUs that do not exist, or with deviceIds an IndexOutOfBoundsException.',
  area: 'devices',
  severity: 'warning',
  presets: ['recommended', 'strict'],
  needs: 'effective-config',
  inputs: ['host'],
  evidence: ['observed'],
  upstream: [
    torchserve('wlm/WorkLoadManager.java', 'addThreads: the counter of a model', '215-222'),
    torchserve('wlm/WorkerThread.java', 'getDeviceIds', '518-533'),
  ],
  messages: {
    host: '{devices} GPUs are no multiple of {needed}: {idle} stay idle, and after scaling down and up a worker may get a GPU that does not exist.',
    pool: 'deviceIds names {devices} GPUs, no multiple of {needed}: {idle} stay idle, and after scaling down and up a worker may fail to start.',
  },
  suggestions: {
    host: 'Use a level that divides {devices}, or name a multiple of {needed} GPUs in deviceIds.',
    pool: 'Name a multiple of {needed} GPUs.',
  },
  check: ({ effective }) => {
    const { capacity, settings } = effective;
    if (capacity === null || capacity.isAssumed || capacity.workers === 0) return [];
    const { devices, needed } = capacity;
    const idle = devices % needed;
    if (idle === 0) return [];
    const params = { devices, needed, idle };
    const hasPool = (settings.deviceIds.value ?? []).length > 0;
    return hasPool
      ? [{ messageId: 'pool' as const, at: settings.deviceIds.path, params }]
      : [{ messageId: 'host' as const, at: levelSetting(effective).path, params }];
  },
});
