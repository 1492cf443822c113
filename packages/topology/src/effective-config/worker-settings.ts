import { torchserve } from '@topodiff/schema';
import type { ConfiguredField } from './configured-model.ts';
import type { FrontendSettings } from './effective-config.ts';
import { fromSnapshot } from './from-snapshot.ts';
import { isTaken, settle, settleAs } from './make-setting.ts';
import type { ResolveContext } from './resolve-context.ts';
import type { Cause, Setting } from './setting.ts';
import type { WorkerCapacity } from './worker-capacity.ts';

type WorkerSettings = Pick<FrontendSettings, 'minWorkers' | 'maxWorkers'>;

/** The number of workers when nothing of the model says it. */
interface DefaultWorkers {
  readonly count: number;
  readonly isFromProperties: boolean;
  readonly isAssumed: boolean;
}

/** Both settings, and the number that the pair asked for before the GPUs cut it. */
export interface ResolvedWorkers extends WorkerSettings {
  readonly wantedWorkers: number;
  /** The default counts, and what decides it is unknown. */
  readonly assumesOneWorker: boolean;
}

/**
 * The pair of worker counts: the snapshot; the file's pair when 1 ≤ min ≤ max, both or neither; at startup each of the
 * models JSON, else the default (`default_workers_per_model`, the GPUs, the CPU cores); at the register API
 * `default_workers_per_model` or no worker. Then cut to the capacity of the GPUs; no capacity at all leaves no worker.
 * Where the default is unknown one worker is assumed.
 *
 * Imitates frontend/server/src/main/java/org/pytorch/serve/ModelServer.java `initModelStore` (206-225, 279-303),
 * util/ApiUtils.java `handleRegister` (199-222), util/ConfigManager.java `getDefaultWorkers` (566-580) and
 * wlm/ModelManager.java `updateModel` (606-631).
 * Not imitated: `initial_workers` of a registration, which a host profile does not hold; debug mode.
 */
export function resolveWorkerSettings(
  context: ResolveContext,
  capacity: WorkerCapacity | null,
): ResolvedWorkers {
  const { snapshot } = context;
  const pair = resolvePair(context);
  const minWorkers = fromSnapshot(pair.minWorkers, snapshot, 'minWorkers');
  const maxWorkers = fromSnapshot(pair.maxWorkers, snapshot, 'maxWorkers');
  return {
    minWorkers: clamp(minWorkers, capacity),
    maxWorkers: clamp(maxWorkers, capacity),
    wantedWorkers: minWorkers.value,
    assumesOneWorker: pair.isDefaultAssumed && minWorkers.isAssumed,
  };
}

function resolvePair(context: ResolveContext): WorkerSettings & { readonly isDefaultAssumed: boolean } {
  const { configured, host, modelProperties, isModelVersionAssumed } = context;
  const { minWorkers: min, maxWorkers: max } = configured;
  const upstream =
    host.entry === 'register-api'
      ? torchserve('util/ApiUtils.java', 'handleRegister', '199-222')
      : torchserve('ModelServer.java', 'initModelStore', '279-303');
  if (min.configured > 0 && max.configured >= min.configured) {
    return {
      minWorkers: settle(min, upstream),
      maxWorkers: settle(max, upstream),
      isDefaultAssumed: false,
    };
  }
  const fallback = defaultWorkers(context);
  const properties = host.entry === 'register-api' ? undefined : modelProperties;
  const cause: Cause = isTaken(min) && isTaken(max) ? 'min-above-max' : 'incomplete-pair';
  const settleUnpaired = (field: ConfiguredField<number>, property: number | undefined) => {
    const isFromJson = property !== undefined && property > 0;
    const isFromProperties = isFromJson || fallback.isFromProperties;
    const value = isFromJson ? property : fallback.count;
    const isAssumed = isFromJson ? isModelVersionAssumed : fallback.isAssumed;
    if (isTaken(field)) return settleAs(field, { value, isAssumed, origin: 'ignored', cause }, upstream);
    if (field.declared !== undefined) return settleAs(field, { value, isAssumed }, upstream);
    const origin = isFromProperties ? 'from-config-properties' : 'default';
    return settleAs(field, { value, isAssumed, origin }, upstream);
  };
  return {
    minWorkers: settleUnpaired(min, properties?.minWorkers),
    maxWorkers: settleUnpaired(max, properties?.maxWorkers),
    isDefaultAssumed: fallback.isAssumed && !((properties?.minWorkers ?? 0) > 0),
  };
}

function defaultWorkers({ host, gpus }: ResolveContext): DefaultWorkers {
  const property = host.configProperties?.defaultWorkersPerModel;
  if (host.entry === 'register-api') {
    return { count: Math.max(property ?? 0, 0), isFromProperties: (property ?? 0) > 0, isAssumed: false };
  }
  if (property !== undefined && property !== 0) {
    return { count: property, isFromProperties: true, isAssumed: false };
  }
  if (!gpus.isKnown) return { count: 1, isFromProperties: false, isAssumed: true };
  if (gpus.count !== 0) return { count: gpus.count, isFromProperties: false, isAssumed: false };
  return host.cpuCores === 'unknown'
    ? { count: 1, isFromProperties: false, isAssumed: true }
    : { count: host.cpuCores, isFromProperties: false, isAssumed: false };
}

function clamp(setting: Setting<number>, capacity: WorkerCapacity | null): Setting<number> {
  if (capacity === null || setting.value <= capacity.workers) return setting;
  // What the file says and what is cut are told apart by `declared` and `value`; the cut is the last word.
  return {
    ...setting,
    value: capacity.workers,
    origin: 'clamped',
    cause: 'capacity',
    upstream: torchserve('wlm/ModelManager.java', 'updateModel', '606-631'),
  };
}
