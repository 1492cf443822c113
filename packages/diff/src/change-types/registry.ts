import type { ChangeType } from '../change-type.ts';
import { asyncCommunicationDisabled } from './async-communication-disabled/change-type.ts';
import { asyncCommunicationEnabled } from './async-communication-enabled/change-type.ts';
import { batchSizeDecreased } from './batch-size-decreased/change-type.ts';
import { batchSizeIncreased } from './batch-size-increased/change-type.ts';
import { clientTimeoutDecreased } from './client-timeout-decreased/change-type.ts';
import { clientTimeoutDisabled } from './client-timeout-disabled/change-type.ts';
import { clientTimeoutEnabled } from './client-timeout-enabled/change-type.ts';
import { clientTimeoutIncreased } from './client-timeout-increased/change-type.ts';
import { configBecameReadable } from './config-became-readable/change-type.ts';
import { configBecameUnreadable } from './config-became-unreadable/change-type.ts';
import { configFileAdded } from './config-file-added/change-type.ts';
import { configFileRemoved } from './config-file-removed/change-type.ts';
import { configFileRenamed } from './config-file-renamed/change-type.ts';
import { continuousBatchingDisabled } from './continuous-batching-disabled/change-type.ts';
import { continuousBatchingEnabled } from './continuous-batching-enabled/change-type.ts';
import { declaredValueChangedWithoutEffect } from './declared-value-changed-without-effect/change-type.ts';
import { deviceAssignmentChanged } from './device-assignment-changed/change-type.ts';
import { devicePoolChanged } from './device-pool-changed/change-type.ts';
import { deviceTypeChanged } from './device-type-changed/change-type.ts';
import { frameworkChanged } from './framework-changed/change-type.ts';
import { frameworkSettingAdded } from './framework-setting-added/change-type.ts';
import { frameworkSettingChanged } from './framework-setting-changed/change-type.ts';
import { frameworkSettingDecreased } from './framework-setting-decreased/change-type.ts';
import { frameworkSettingIncreased } from './framework-setting-increased/change-type.ts';
import { frameworkSettingRemoved } from './framework-setting-removed/change-type.ts';
import { gpusPerWorkerDecreased } from './gpus-per-worker-decreased/change-type.ts';
import { gpusPerWorkerIncreased } from './gpus-per-worker-increased/change-type.ts';
import { handlerSettingAdded } from './handler-setting-added/change-type.ts';
import { handlerSettingChanged } from './handler-setting-changed/change-type.ts';
import { handlerSettingDecreased } from './handler-setting-decreased/change-type.ts';
import { handlerSettingIncreased } from './handler-setting-increased/change-type.ts';
import { handlerSettingRemoved } from './handler-setting-removed/change-type.ts';
import { jobQueueSizeDecreased } from './job-queue-size-decreased/change-type.ts';
import { jobQueueSizeIncreased } from './job-queue-size-increased/change-type.ts';
import { jobTicketDisabled } from './job-ticket-disabled/change-type.ts';
import { jobTicketEnabled } from './job-ticket-enabled/change-type.ts';
import { launcherChanged } from './launcher-changed/change-type.ts';
import { maxBatchDelayDecreased } from './max-batch-delay-decreased/change-type.ts';
import { maxBatchDelayIncreased } from './max-batch-delay-increased/change-type.ts';
import { maxWorkersDecreased } from './max-workers-decreased/change-type.ts';
import { maxWorkersIncreased } from './max-workers-increased/change-type.ts';
import { modelWillNotStart } from './model-will-not-start/change-type.ts';
import { modelWillStartAgain } from './model-will-start-again/change-type.ts';
import { nnodesDecreased } from './nnodes-decreased/change-type.ts';
import { nnodesIncreased } from './nnodes-increased/change-type.ts';
import { nprocPerNodeDecreased } from './nproc-per-node-decreased/change-type.ts';
import { nprocPerNodeIncreased } from './nproc-per-node-increased/change-type.ts';
import { ompThreadsDecreased } from './omp-threads-decreased/change-type.ts';
import { ompThreadsIncreased } from './omp-threads-increased/change-type.ts';
import { parallelLevelDecreased } from './parallel-level-decreased/change-type.ts';
import { parallelLevelIncreased } from './parallel-level-increased/change-type.ts';
import { parallelTypeChanged } from './parallel-type-changed/change-type.ts';
import { rendezvousBackendChanged } from './rendezvous-backend-changed/change-type.ts';
import { rendezvousEndpointAdded } from './rendezvous-endpoint-added/change-type.ts';
import { rendezvousEndpointChanged } from './rendezvous-endpoint-changed/change-type.ts';
import { rendezvousEndpointRemoved } from './rendezvous-endpoint-removed/change-type.ts';
import { responseTimeoutDecreased } from './response-timeout-decreased/change-type.ts';
import { responseTimeoutIncreased } from './response-timeout-increased/change-type.ts';
import { retryWindowDecreased } from './retry-window-decreased/change-type.ts';
import { retryWindowIncreased } from './retry-window-increased/change-type.ts';
import { sequenceBatchingDisabled } from './sequence-batching-disabled/change-type.ts';
import { sequenceBatchingEnabled } from './sequence-batching-enabled/change-type.ts';
import { sequenceLimitDecreased } from './sequence-limit-decreased/change-type.ts';
import { sequenceLimitIncreased } from './sequence-limit-increased/change-type.ts';
import { settingBecameEffective } from './setting-became-effective/change-type.ts';
import { settingBecameIneffective } from './setting-became-ineffective/change-type.ts';
import { splitChanged } from './split-changed/change-type.ts';
import { startFailureChanged } from './start-failure-changed/change-type.ts';
import { startupTimeoutDecreased } from './startup-timeout-decreased/change-type.ts';
import { startupTimeoutIncreased } from './startup-timeout-increased/change-type.ts';
import { venvDisabled } from './venv-disabled/change-type.ts';
import { venvEnabled } from './venv-enabled/change-type.ts';
import { workerCountDecreased } from './worker-count-decreased/change-type.ts';
import { workerCountIncreased } from './worker-count-increased/change-type.ts';

/** Every change type, in the order of the catalogue: by area. */
export const changeTypes: readonly ChangeType[] = [
  configFileAdded,
  configFileRemoved,
  configFileRenamed,
  configBecameUnreadable,
  configBecameReadable,
  modelWillNotStart,
  modelWillStartAgain,
  startFailureChanged,
  workerCountIncreased,
  workerCountDecreased,
  maxWorkersIncreased,
  maxWorkersDecreased,
  asyncCommunicationEnabled,
  asyncCommunicationDisabled,
  batchSizeIncreased,
  batchSizeDecreased,
  maxBatchDelayIncreased,
  maxBatchDelayDecreased,
  continuousBatchingEnabled,
  continuousBatchingDisabled,
  sequenceBatchingEnabled,
  sequenceBatchingDisabled,
  sequenceLimitIncreased,
  sequenceLimitDecreased,
  deviceTypeChanged,
  devicePoolChanged,
  deviceAssignmentChanged,
  responseTimeoutIncreased,
  responseTimeoutDecreased,
  startupTimeoutIncreased,
  startupTimeoutDecreased,
  retryWindowIncreased,
  retryWindowDecreased,
  clientTimeoutEnabled,
  clientTimeoutDisabled,
  clientTimeoutIncreased,
  clientTimeoutDecreased,
  jobQueueSizeIncreased,
  jobQueueSizeDecreased,
  jobTicketEnabled,
  jobTicketDisabled,
  parallelTypeChanged,
  gpusPerWorkerIncreased,
  gpusPerWorkerDecreased,
  parallelLevelIncreased,
  parallelLevelDecreased,
  launcherChanged,
  nprocPerNodeIncreased,
  nprocPerNodeDecreased,
  nnodesIncreased,
  nnodesDecreased,
  rendezvousBackendChanged,
  rendezvousEndpointAdded,
  rendezvousEndpointRemoved,
  rendezvousEndpointChanged,
  ompThreadsIncreased,
  ompThreadsDecreased,
  venvEnabled,
  venvDisabled,
  settingBecameIneffective,
  settingBecameEffective,
  declaredValueChangedWithoutEffect,
  frameworkChanged,
  splitChanged,
  frameworkSettingAdded,
  frameworkSettingRemoved,
  frameworkSettingIncreased,
  frameworkSettingDecreased,
  frameworkSettingChanged,
  handlerSettingAdded,
  handlerSettingRemoved,
  handlerSettingIncreased,
  handlerSettingDecreased,
  handlerSettingChanged,
];

/** @throws Error when no change type has the id. */
export function findChangeType(id: string): ChangeType {
  const type = changeTypes.find((candidate) => candidate.id === id);
  if (type === undefined) throw new Error(`There is no change type ${id}`);
  return type;
}
