import type { EffectiveConfig } from '../effective-config/effective-config.ts';
import type { Setting } from '../effective-config/setting.ts';
import { behavioursOf } from '../torchserve-behaviours.ts';
import type { LaunchBlocker } from './launch-plan.ts';

/**
 * Everything that keeps a model from ever serving, by its own configuration, in the order in which TorchServe meets it.
 *
 * Imitates section 3.6 of the reference: ModelServer.java `initModelStore` (exceptions stop the server, among them that of
 * a queue without capacity, which only `job_queue_size` can ask for, and of a value in the models JSON or the snapshot),
 * ModelManager.java `updateModel` (capacity), WorkerLifeCycle.java `attachRunner` and `startWorkerPython` (the start
 * counter waits for `parallelLevel` ranks), WorkerThread.java `connect` (`parallelLevel` sockets), AsyncWorkerThread.java
 * `connect` (one socket), ts/service.py (every worker reads the file again, with PyYAML).
 * Not imitated: failures of single requests, of the handler's own code, and of the model's files.
 */
export function findBlockers(
  effective: EffectiveConfig,
  isConfigFileMissing: boolean,
): readonly LaunchBlocker[] {
  const { settings, capacity, wantedWorkers, loadFailure } = effective;
  const kind = isRegistration(effective) ? 'registration-fails' : 'server-exits';
  if (effective.outcome === 'fatal') return [{ kind }];
  if (settings.jobQueueSize.value <= 0) return [{ kind, setting: settings.jobQueueSize }];
  if (loadFailure !== null) {
    return [loadFailure.key === null ? { kind } : { kind, setting: settings[loadFailure.key] }];
  }
  const blockers: LaunchBlocker[] = [];
  if (settings.minWorkers.value < 0 && settings.maxWorkers.value < 0) {
    blockers.push({ kind: 'server-exits', setting: settings.minWorkers });
  }
  if (isConfigFileMissing || effective.document?.handler.outcome === 'unreadable') {
    blockers.push({ kind: 'python-cannot-read' });
  }
  if (capacity !== null && capacity.workers === 0 && wantedWorkers > 0) {
    blockers.push({
      kind: 'not-enough-devices',
      setting: levelSetting(effective),
      needed: capacity.needed,
      available: capacity.devices,
    });
  }
  if (settings.parallelLevel.value === 0) return blockers;
  return settings.parallelType.value === 'CUSTOM'
    ? [...blockers, ...findCustomBlockers(effective)]
    : [...blockers, ...findTorchrunBlockers(effective)];
}

/** The setting that decides the parallel level: nproc-per-node, or parallelLevel where it has the last word. */
export function levelSetting(effective: EffectiveConfig): Setting<number> {
  const { parallelLevel, torchrun } = effective.settings;
  const isDecidedByTorchrun =
    torchrun !== null &&
    (parallelLevel.declared === undefined ||
      parallelLevel.origin === 'ignored' ||
      parallelLevel.cause === 'overridden-by-later-key');
  return isDecidedByTorchrun ? torchrun.nprocPerNode : parallelLevel;
}

function findCustomBlockers(effective: EffectiveConfig): readonly LaunchBlocker[] {
  const { parallelLevel, parallelType, asyncCommunication, deviceType } = effective.settings;
  const blockers: LaunchBlocker[] = [];
  if (
    deviceType.value === 'GPU' &&
    !behavioursOf(effective.host.torchserveVersion).startsCustomWorkersOnGpu
  ) {
    blockers.push({ kind: 'custom-broken-on-master', setting: parallelType });
  }
  if (parallelLevel.value >= 2 && !asyncCommunication.value) {
    blockers.push({ kind: 'custom-requires-async', setting: levelSetting(effective) });
  }
  return blockers;
}

function findTorchrunBlockers(effective: EffectiveConfig): readonly LaunchBlocker[] {
  const { parallelLevel, asyncCommunication, torchrun } = effective.settings;
  if (torchrun === null) return [{ kind: 'parallel-level-without-torchrun', setting: parallelLevel }];
  const blockers: LaunchBlocker[] = [];
  const nproc = torchrun.nprocPerNode.value;
  if (asyncCommunication.value && nproc >= 2) {
    blockers.push({ kind: 'async-with-torchrun', setting: asyncCommunication });
  }
  if (parallelLevel.value > nproc) blockers.push({ kind: 'level-above-nproc', setting: parallelLevel });
  if (parallelLevel.value < nproc) blockers.push({ kind: 'level-below-nproc', setting: parallelLevel });
  return blockers;
}

function isRegistration(effective: EffectiveConfig): boolean {
  return effective.host.entry === 'register-api';
}
