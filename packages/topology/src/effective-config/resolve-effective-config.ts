import type { ModelConfigDocument } from '@topodiff/schema';
import type { HostProfile } from '../host-profile.ts';
import { behavioursOf } from '../torchserve-behaviours.ts';
import { resolveBatchingSettings } from './batching-settings.ts';
import { configureModel } from './configure-model.ts';
import { countGpus } from './count-gpus.ts';
import { resolveDeviceSettings } from './device-settings.ts';
import type { EffectiveConfig } from './effective-config.ts';
import { findLoadFailure } from './find-load-failure.ts';
import { findAssumptions } from './find-assumptions.ts';
import { findModelProperties } from './find-model-properties.ts';
import { resolveParallelismSettings } from './parallelism-settings.ts';
import { resolveQueueSettings } from './queue-settings.ts';
import { readModelSnapshot } from './read-model-snapshot.ts';
import type { ResolveContext } from './resolve-context.ts';
import { resolveSequenceSettings } from './sequence-settings.ts';
import { resolveTimeoutSettings } from './timeout-settings.ts';
import { resolveTorchrunSettings } from './torchrun-settings.ts';
import { workerCapacity } from './worker-capacity.ts';
import { resolveWorkerSettings } from './worker-settings.ts';

/**
 * The configuration that TorchServe works with on a host: every setting with its value, where it comes from, what happened
 * to what the file says, and where TorchServe does it. `document` is null for a model without a config file. The model's
 * name (and its archive's version) select its objects in the `models` JSON and in the snapshot of config.properties.
 * Never throws for any document; what TorchServe cannot read is the `outcome`.
 *
 * Imitates frontend/server/src/main/java/org/pytorch/serve/wlm/Model.java (constructor) and ModelManager.java
 * `createModel`, as sections 1 and 3.3 of the reference describe them.
 *
 * @throws RangeError when the host profile itself is impossible.
 */
export function resolveEffectiveConfig(
  document: ModelConfigDocument | null,
  host: HostProfile,
  modelName?: string,
  modelVersion?: string,
): EffectiveConfig {
  const { model, ...reading } = configureModel(document, host.torchserveVersion);
  const found = findModelProperties(host.configProperties, modelName, modelVersion);
  const context: ResolveContext = {
    configured: model,
    hasConfig: reading.outcome === 'loaded',
    host,
    gpus: countGpus(host),
    behaviours: behavioursOf(host.torchserveVersion),
    modelProperties: found.properties,
    isModelVersionAssumed: found.isAssumed,
    snapshot: readModelSnapshot(host, modelName),
  };
  const device = resolveDeviceSettings(context);
  const parallelism = resolveParallelismSettings(context);
  const capacity = workerCapacity(
    device.deviceType.value === 'GPU',
    parallelism.parallelLevel.value,
    device.deviceIds.value,
    context.gpus,
  );
  const { wantedWorkers, assumesOneWorker, ...workers } = resolveWorkerSettings(context, capacity);
  return {
    ...reading,
    document,
    host,
    settings: {
      ...workers,
      ...resolveBatchingSettings(context),
      ...resolveTimeoutSettings(context),
      ...device,
      ...parallelism,
      torchrun: resolveTorchrunSettings(model.torchrun, parallelism),
      ...resolveQueueSettings(context),
      ...resolveSequenceSettings(context),
    },
    modelProperties: found.properties ?? null,
    wantedWorkers,
    capacity,
    loadFailure: findLoadFailure(context),
    assumptions: findAssumptions(context, device.deviceType.value === 'GPU', assumesOneWorker, capacity),
  };
}
