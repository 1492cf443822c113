import { torchserve } from '@topodiff/schema';
import type { DeclaredDevice } from '../../devices.ts';
import { declaredDeviceIds, knownGpuCount } from '../../devices.ts';
import type { FindingDraft } from '../../rule.ts';
import { defineRule } from '../../rule.ts';

type MessageId = 'negative' | 'beyond' | 'noGpus' | 'onCpu';

export const deviceIdsOutOfRange = defineRule({
  id: 'device-ids-out-of-range',
  description: 'Disallow GPUs in deviceIds that the host does not have',
  rationale:
    'One id below 0, or at or above the number of GPUs, makes TorchServe drop the whole list with a warning. The model then uses all GPUs of the host, if it does not run on the CPU.',
  area: 'devices',
  severity: 'error',
  presets: ['recommended', 'strict'],
  needs: 'effective-config',
  inputs: ['host'],
  evidence: ['observed'],
  upstream: [torchserve('wlm/Model.java', 'the constructor checks each id', '114-125')],
  messages: {
    negative:
      'deviceIds holds {id}, and GPUs are counted from 0: TorchServe ignores the whole list and uses all GPUs.',
    beyond:
      'deviceIds holds {id}, but the GPUs of the host are 0 to {last}: TorchServe ignores the whole list and uses all GPUs.',
    noGpus: 'deviceIds holds {id}, but the host has no GPU: TorchServe ignores the list and uses the CPU.',
    onCpu:
      'deviceIds holds {id}, which is no GPU of the host: TorchServe ignores the whole list, and the model runs on the CPU.',
  },
  suggestions: {
    negative: 'Remove it.',
    beyond: 'Name only GPUs that the host has.',
    noGpus: 'Check the number of GPUs that the host is said to have.',
    onCpu: 'Remove deviceIds, which has no effect on the CPU.',
  },
  check: ({ effective: { settings }, host }) => {
    const count = knownGpuCount(host);
    const isOnCpu = settings.deviceType.value === 'CPU';
    return declaredDeviceIds(settings.deviceIds).flatMap((device) => describeDevice(device, count, isOnCpu));
  },
});

function describeDevice(
  { id, path }: DeclaredDevice,
  count: number | null,
  isOnCpu: boolean,
): FindingDraft<MessageId>[] {
  if (id >= 0 && (count === null || id < count)) return [];
  if (id >= 0 && count !== null && count <= 0) return [{ messageId: 'noGpus', at: path, params: { id } }];
  if (isOnCpu) return [{ messageId: 'onCpu', at: path, params: { id } }];
  return id < 0 || count === null
    ? [{ messageId: 'negative', at: path, params: { id } }]
    : [{ messageId: 'beyond', at: path, params: { id, last: count - 1 } }];
}
