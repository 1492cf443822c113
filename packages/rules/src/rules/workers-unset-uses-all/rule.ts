import { torchserve } from '@topodiff/schema';
import type { EffectiveConfig } from '@topodiff/topology';
import { knownGpuCount } from '../../devices.ts';
import { restoresSnapshot } from '../../restored-snapshot.ts';
import type { RuleContexts } from '../../rule.ts';
import { defineRule } from '../../rule.ts';
import { isAbsent } from '../../settings.ts';

export const workersUnsetUsesAll = defineRule({
  id: 'workers-unset-uses-all',
  description: 'Require the number of workers to be written down',
  rationale:
    'A model whose file sets neither minWorkers nor maxWorkers gets one worker per GPU of the host, or one per CPU core where there is no GPU, unless the server has a default of its own. The same file then starts another number of processes on each machine.',
  area: 'workers',
  severity: 'info',
  presets: ['recommended', 'strict'],
  needs: 'effective-config',
  inputs: ['host', 'config.properties'],
  evidence: ['observed'],
  upstream: [
    torchserve('ModelServer.java', 'initModelStore: getDefaultWorkers', '172'),
    torchserve('util/ConfigManager.java', 'getDefaultWorkers', '566-580'),
  ],
  messages: {
    perGpu:
      'Neither minWorkers nor maxWorkers is set: TorchServe starts one worker per GPU, {workers} in all.',
    perCore:
      'Neither minWorkers nor maxWorkers is set: TorchServe starts one worker per CPU core, {workers} in all.',
    parallel:
      'Neither minWorkers nor maxWorkers is set: TorchServe starts as many parallel workers as the GPUs have room for, {workers} in all.',
    anyHost:
      'Neither minWorkers nor maxWorkers is set: TorchServe starts one worker per GPU, or one per CPU core on a host without GPUs.',
    anyHostParallel:
      'Neither minWorkers nor maxWorkers is set: TorchServe starts as many parallel workers as the GPUs of the host have room for.',
  },
  suggestions: {
    perGpu: 'Set minWorkers and maxWorkers to the number of workers that you want.',
    perCore: 'Set minWorkers and maxWorkers to the number of workers that you want.',
    parallel: 'Set minWorkers and maxWorkers to the number of workers that you want.',
    anyHost: 'Set minWorkers and maxWorkers to the number of workers that you want.',
    anyHostParallel: 'Set minWorkers and maxWorkers to the number of workers that you want.',
  },
  whenNotToUse: 'When a model shall fill whatever machine it runs on.',
  check: (context) => {
    const { effective } = context;
    const { minWorkers, maxWorkers } = effective.settings;
    if (effective.outcome !== 'loaded' || !isAbsent(minWorkers) || !isAbsent(maxWorkers)) return [];
    if (isDecidedElsewhere(context) || effective.capacity?.workers === 0) return [];
    const messageId = messageOf(effective);
    const params = minWorkers.isAssumed ? {} : { workers: minWorkers.value };
    return [{ messageId, at: minWorkers.path, params }];
  },
});

/** The request that registers the model, a snapshot, or config.properties says how many workers there are. */
function isDecidedElsewhere({ effective, host }: RuleContexts['effective-config']): boolean {
  return (
    host.entry === 'register-api' ||
    restoresSnapshot(effective) ||
    (host.configProperties?.defaultWorkersPerModel ?? 0) !== 0 ||
    (effective.modelProperties?.minWorkers ?? 0) > 0
  );
}

function messageOf({ host, settings, capacity }: EffectiveConfig) {
  const isParallel = capacity !== null;
  if (settings.minWorkers.isAssumed) return isParallel ? 'anyHostParallel' : 'anyHost';
  if (isParallel) return 'parallel';
  return knownGpuCount(host) === 0 ? 'perCore' : 'perGpu';
}
