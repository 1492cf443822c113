import { torchserve } from '@topodiff/schema';
import { defineRule } from '../../rule.ts';
import { workerPair } from '../../worker-pair.ts';

export const workersClampedByCapacity = defineRule({
  id: 'workers-clamped-by-capacity',
  description: 'Disallow more workers than the GPUs have room for',
  rationale:
    'TorchServe divides the GPUs by the parallel level and starts no more workers than that. The log has one line at info level; the register API still names the number that was asked for.',
  area: 'workers',
  severity: 'warning',
  presets: ['recommended', 'strict'],
  needs: 'effective-config',
  inputs: ['host'],
  evidence: ['observed'],
  upstream: [
    torchserve('wlm/ModelManager.java', 'updateModel: min and max are cut to the capacity', '622-631'),
  ],
  messages: {
    clamped:
      'minWorkers is {wanted}, but {devices} GPUs have room for {workers} of {needed} GPUs each: TorchServe starts {workers}.',
  },
  suggestions: { clamped: 'Write {workers}, or use a host with {total} GPUs.' },
  check: ({ effective }) => {
    const { capacity, wantedWorkers, settings } = effective;
    if (capacity === null || capacity.isAssumed || capacity.workers === 0) return [];
    if (workerPair(effective) === null || wantedWorkers <= capacity.workers) return [];
    const { workers, needed, devices } = capacity;
    const params = { wanted: wantedWorkers, workers, needed, devices, total: wantedWorkers * needed };
    return [{ messageId: 'clamped' as const, at: settings.minWorkers.path, params }];
  },
});
