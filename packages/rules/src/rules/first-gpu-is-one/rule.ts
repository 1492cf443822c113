import { torchserve } from '@topodiff/schema';
import { knownGpuCount } from '../../devices.ts';
import { defineRule } from '../../rule.ts';

export const firstGpuIsOne = defineRule({
  id: 'first-gpu-is-one',
  description: 'Require deviceIds for plain workers on some of several GPUs',
  rationale:
    'One counter hands out GPUs to the plain workers of all models, and it is advanced before its first use: the first worker of the server gets GPU 1, and GPU 0 comes last.',
  area: 'devices',
  severity: 'info',
  presets: ['recommended', 'strict'],
  needs: 'launch-plan',
  inputs: ['host'],
  evidence: ['observed'],
  upstream: [torchserve('wlm/WorkLoadManager.java', 'addThreads: the counter of the server', '223-227')],
  upstreamIssues: [950],
  messages: { notFirst: 'The first worker gets GPU {gpu}, not GPU 0; GPU 0 comes last.' },
  suggestions: { notFirst: 'Write deviceIds to choose the GPUs.' },
  check: ({ launch, effective: { settings }, host }) => {
    const count = knownGpuCount(host);
    const workers = launch.workers.length + launch.unlistedWorkers;
    if (count === null || launch.parallelLevel > 0 || launch.device === 'cpu' || workers >= count) return [];
    if ((settings.deviceIds.value ?? []).length > 0) return [];
    const gpu = launch.workers[0]?.gpuId ?? 0;
    return gpu === 0
      ? []
      : [{ messageId: 'notFirst' as const, at: settings.minWorkers.path, params: { gpu } }];
  },
});
