import type { modelsJsonNumbers } from '@topodiff/schema';
import { readsModelsJson } from './batching-settings.ts';
import type { SnapshotNumber } from './read-model-snapshot.ts';
import type { ResolveContext } from './resolve-context.ts';

/** Why a model's load ends with an exception that nobody catches: the setting whose number is none, where it is one. */
export interface LoadFailure {
  readonly key: SnapshotNumber | null;
}

type JsonNumber = (typeof modelsJsonNumbers)[number];

/**
 * The first value of the snapshot or of the models JSON that TorchServe needs to load the model and cannot read; null when
 * there is none. It asks the JSON for the workers at every start, for the others where the file does not decide them, and
 * for none of them when it restores a snapshot.
 *
 * Imitates frontend/server/src/main/java/org/pytorch/serve/util/ConfigManager.java `getJsonIntValue` and its callers in
 * wlm/ModelManager.java `createModel` (401-479) and ModelServer.java `initModelStore` (279-303); for the snapshot
 * wlm/Model.java `setModelState` (192-216).
 */
export function findLoadFailure(context: ResolveContext): LoadFailure | null {
  const { configured, modelProperties, hasConfig, host, behaviours, snapshot } = context;
  if (snapshot !== null) {
    if (snapshot === 'unknown' || snapshot.fault === undefined) return null;
    return { key: snapshot.fault === 'other' ? null : snapshot.fault };
  }
  const asksForBatching = readsModelsJson(context);
  const asksForTimeouts = asksForBatching && !hasConfig;
  // In the order in which TorchServe asks.
  const isNeeded: Readonly<Record<JsonNumber, boolean>> = {
    batchSize: asksForBatching && configured.batchSize.configured <= 0,
    maxBatchDelay: asksForBatching && configured.maxBatchDelay.configured <= 0,
    responseTimeout: asksForTimeouts,
    startupTimeout: asksForTimeouts && behaviours.loadTimeout === 'startup-timeout',
    minWorkers: host.entry !== 'register-api',
    maxWorkers: host.entry !== 'register-api',
  };
  const names = Object.keys(isNeeded) as JsonNumber[]; // the keys of a record of them
  const key = names.find((name) => isNeeded[name] && modelProperties?.unreadable.includes(name));
  return key === undefined ? null : { key };
}
