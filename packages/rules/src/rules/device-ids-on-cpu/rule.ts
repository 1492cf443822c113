import { torchserve } from '@topodiff/schema';
import { declaredDeviceIds } from '../../devices.ts';
import { defineRule } from '../../rule.ts';

export const deviceIdsOnCpu = defineRule({
  id: 'device-ids-on-cpu',
  description: 'Disallow deviceIds for a model on the CPU',
  rationale: 'With deviceType cpu TorchServe assigns no GPU to any worker, and deviceIds is read by nobody.',
  area: 'devices',
  severity: 'warning',
  presets: ['recommended', 'strict'],
  needs: 'effective-config',
  versions: { since: '0.8.1' },
  fixable: true,
  evidence: ['observed'],
  upstream: [torchserve('wlm/Model.java', 'numCores: none on the CPU', '153-159')],
  messages: { onCpu: 'deviceIds has no effect: deviceType is cpu.' },
  suggestions: { onCpu: 'Remove deviceIds, or write deviceType: gpu.' },
  check: ({ effective: { settings } }) => {
    const { deviceType, deviceIds } = settings;
    if (deviceType.configured !== 'CPU' || declaredDeviceIds(deviceIds).length === 0) return [];
    const fix = [{ kind: 'remove-entry' as const, at: deviceIds.path }];
    return [{ messageId: 'onCpu' as const, at: deviceIds.path, fix }];
  },
});
