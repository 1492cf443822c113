import { torchserve } from '@topodiff/schema';
import { levelSetting } from '@topodiff/topology';
import { defineRule } from '../../rule.ts';

export const parentVisibleDevicesIgnored = defineRule({
  id: 'parent-visible-devices-ignored',
  description: 'Disallow parallel workers under a server that sees some GPUs only',
  rationale:
    'CUDA_VISIBLE_DEVICES of the server only changes how many GPUs TorchServe counts. For parallel workers it writes the variable anew, with numbers from 0, which are other GPUs than the server was given.',
  area: 'devices',
  severity: 'warning',
  presets: ['recommended', 'strict'],
  needs: 'launch-plan',
  inputs: ['host'],
  evidence: ['observed'],
  upstream: [torchserve('wlm/WorkerThread.java', 'getDeviceIds: start, start + 1, …', '527')],
  upstreamIssues: [2515, 1197],
  messages: {
    escapes:
      'The server has CUDA_VISIBLE_DEVICES={parent}, but a worker gets {visible}: other GPUs than the server was given.',
  },
  suggestions: { escapes: 'Leave the variable of the server unset, and name the GPUs in deviceIds.' },
  check: ({ launch, effective, host }) => {
    const parent = host.parentVisibleDevices ?? [];
    if (parent.length === 0) return [];
    const worker = launch.workers.find(({ visibleDevices }) =>
      (visibleDevices ?? []).some((device) => !parent.includes(device)),
    );
    if (worker === undefined) return [];
    const params = { parent: parent.join(','), visible: (worker.visibleDevices ?? []).join(',') };
    return [{ messageId: 'escapes' as const, at: levelSetting(effective).path, params }];
  },
});
