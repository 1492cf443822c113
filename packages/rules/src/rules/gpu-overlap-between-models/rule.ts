import { torchserve } from '@topodiff/schema';
import { levelSetting, type ModelLaunch } from '@topodiff/topology';
import { defineRule } from '../../rule.ts';

export const gpuOverlapBetweenModels = defineRule({
  id: 'gpu-overlap-between-models',
  description: 'Disallow models of one host on the same GPUs',
  rationale:
    'TorchServe counts GPUs per model: without deviceIds every parallel model starts at the first GPU of the host, on top of the others, and plain workers are spread over all of them.',
  area: 'devices',
  severity: 'warning',
  presets: ['recommended', 'strict'],
  needs: 'deployment',
  inputs: ['host'],
  evidence: ['observed'],
  upstream: [torchserve('wlm/WorkLoadManager.java', 'addThreads: a counter per model', '215-227')],
  upstreamIssues: [1519],
  messages: { shared: 'The model shares {gpus} with {other} on this host.' },
  suggestions: { shared: 'Give each model GPUs of its own in deviceIds.' },
  check: ({ deployment, launch, effective }) =>
    deployment.models
      .filter((other) => other !== launch && other.parallelLevel + launch.parallelLevel > 0)
      .flatMap((other) => {
        const shared = sharedDevices(launch, other);
        if (shared.length === 0) return [];
        const gpus = `${shared.length === 1 ? 'GPU' : 'GPUs'} ${shared.join(', ')}`;
        return [
          { messageId: 'shared' as const, at: placeOf(launch), params: { gpus, other: other.modelName } },
        ];
      })
      .slice(0, effective.outcome === 'loaded' ? undefined : 0),
});

function sharedDevices(launch: ModelLaunch, other: ModelLaunch): readonly number[] {
  const taken = devicesOf(other);
  return [...devicesOf(launch)].filter((device) => taken.has(device)).sort((a, b) => a - b);
}

/** What the workers occupy; a model that never serves takes nothing for long. */
function devicesOf({ workers, blockers }: ModelLaunch): ReadonlySet<number> {
  return new Set(blockers.length > 0 ? [] : workers.flatMap(({ devices }) => devices));
}

/** What somebody would change: the list of GPUs, the level, or the number of plain workers. */
function placeOf({ effective, parallelLevel }: ModelLaunch) {
  const { deviceIds, minWorkers } = effective.settings;
  if (deviceIds.declared !== undefined) return deviceIds.path;
  return parallelLevel > 0 ? levelSetting(effective).path : minWorkers.path;
}
