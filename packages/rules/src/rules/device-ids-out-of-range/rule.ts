import { torchserve } from '@topodiff/schema';
import type { DeclaredDevice } from '../../devices.ts';
import { declaredDeviceIds, knownGpuCount } from '../../devices.ts';
import type { FindingDraft } from '../../rule.ts';
import { defineRule } from '../../rule.ts';

type MessageId = 'negative' | 'beyond' | 'noGpus';

export const deviceIdsOutOfRange = defineRule({
  id: 'device-ids-out-of-range',
  description: 'Disallow GPUs in deviceIds that the host does not have',
  rationale:
    'One id below 0, or at or above the number of GPUs, makes TorchServe drop the whole list with a warning. The model then uses all GPUs of the host.',
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
  },
  suggestions: {
    negative: 'Remove it.',
    beyond: 'Name only GPUs that the host has.',
    noGpus: 'Check the number of GPUs that the host is said to have.',
  },
  check: ({ effective: { settings }, host }) => {
    const count = knownGpuCount(host);
    return declaredDeviceIds(settings.deviceIds).flatMap((device) => describeDevice(device, count));
  },
});

function describeDevice({ id, path }: DeclaredDevice, count: number | null): FindingDraft<MessageId>[] {
  if (id < 0) return [{ messageId: 'negative', at: path, params: { id } }];
  if (count === null || id < count) return [];
  return count <= 0
    ? [{ messageId: 'noGpus', at: path, params: { id } }]
    : [{ messageId: 'beyond', at: path, params: { id, last: count - 1 } }];
}
