import type { Rule } from './rule.ts';
import { asyncBatchSize } from './rules/async-batch-size/rule.ts';
import { asyncHandlerRequired } from './rules/async-handler-required/rule.ts';
import { asyncWithBatchingMode } from './rules/async-with-batching-mode/rule.ts';
import { asyncWithTorchrun } from './rules/async-with-torchrun/rule.ts';
import { batchDelayWithoutBatch } from './rules/batch-delay-without-batch/rule.ts';
import { batchSizeClamped } from './rules/batch-size-clamped/rule.ts';
import { booleanKeyWrongType } from './rules/boolean-key-wrong-type/rule.ts';
import { clientTimeoutHangs } from './rules/client-timeout-hangs/rule.ts';
import { configNotInManifest } from './rules/config-not-in-manifest/rule.ts';
import { continuousBatchSizeOne } from './rules/continuous-batch-size-one/rule.ts';
import { customBrokenOnMaster } from './rules/custom-broken-on-master/rule.ts';
import { customRequiresAsync } from './rules/custom-requires-async/rule.ts';
import { customWithTorchrun } from './rules/custom-with-torchrun/rule.ts';
import { daliMissingKey } from './rules/dali-missing-key/rule.ts';
import { deepspeedCheckpointBinOnly } from './rules/deepspeed-checkpoint-bin-only/rule.ts';
import { deepspeedMissingKey } from './rules/deepspeed-missing-key/rule.ts';
import { deepspeedTpSizeMismatch } from './rules/deepspeed-tp-size-mismatch/rule.ts';
import { deviceIdsDuplicate } from './rules/device-ids-duplicate/rule.ts';
import { deviceIdsFewerThanLevel } from './rules/device-ids-fewer-than-level/rule.ts';
import { deviceIdsOnCpu } from './rules/device-ids-on-cpu/rule.ts';
import { deviceIdsOutOfRange } from './rules/device-ids-out-of-range/rule.ts';
import { deviceIdsWrongType } from './rules/device-ids-wrong-type/rule.ts';
import { deviceTypeInvalid } from './rules/device-type-invalid/rule.ts';
import { firstGpuIsOne } from './rules/first-gpu-is-one/rule.ts';
import { gpuCountNotMultiple } from './rules/gpu-count-not-multiple/rule.ts';
import { gpuIdBeyondVisible } from './rules/gpu-id-beyond-visible/rule.ts';
import { gpuOverlapBetweenModels } from './rules/gpu-overlap-between-models/rule.ts';
import { handlerBatchSizeOne } from './rules/handler-batch-size-one/rule.ts';
import { handlerKeyIgnored } from './rules/handler-key-ignored/rule.ts';
import { handlerSectionNull } from './rules/handler-section-null/rule.ts';
import { integerKeyOverflow } from './rules/integer-key-overflow/rule.ts';
import { integerKeyWrongType } from './rules/integer-key-wrong-type/rule.ts';
import { jobQueueSizeNotPositive } from './rules/job-queue-size-not-positive/rule.ts';
import { jobTicketContinuous } from './rules/job-ticket-continuous/rule.ts';
import { jobTicketQueueSize } from './rules/job-ticket-queue-size/rule.ts';
import { keyExplicitNull } from './rules/key-explicit-null/rule.ts';
import { keyNotInVersion } from './rules/key-not-in-version/rule.ts';
import { largeModelSingleWorker } from './rules/large-model-single-worker/rule.ts';
import { maxBatchDelayNegative } from './rules/max-batch-delay-negative/rule.ts';
import { maxBatchDelayZero } from './rules/max-batch-delay-zero/rule.ts';
import { maxRetryOverflow } from './rules/max-retry-overflow/rule.ts';
import { maxRetryZero } from './rules/max-retry-zero/rule.ts';
import { maxWorkersUnreachable } from './rules/max-workers-unreachable/rule.ts';
import { microBatchLargerThanBatch } from './rules/micro-batch-larger-than-batch/rule.ts';
import { microBatchingInvalid } from './rules/micro-batching-invalid/rule.ts';
import { miiTensorParallelMismatch } from './rules/mii-tensor-parallel-mismatch/rule.ts';
import { minWorkersClamped } from './rules/min-workers-clamped/rule.ts';
import { modelPathAbsolute } from './rules/model-path-absolute/rule.ts';
import { modelsJsonConflict } from './rules/models-json-conflict/rule.ts';
import { modelsJsonUnsupportedKey } from './rules/models-json-unsupported-key/rule.ts';
import { neuronBatchMismatch } from './rules/neuron-batch-mismatch/rule.ts';
import { nnodesMulti } from './rules/nnodes-multi/rule.ts';
import { notEnoughGpus } from './rules/not-enough-gpus/rule.ts';
import { nprocOne } from './rules/nproc-one/rule.ts';
import { nprocPerNodeInvalid } from './rules/nproc-per-node-invalid/rule.ts';
import { ompThreadsDefault } from './rules/omp-threads-default/rule.ts';
import { ompThreadsMisplaced } from './rules/omp-threads-misplaced/rule.ts';
import { parallelLevelConflictsTorchrun } from './rules/parallel-level-conflicts-torchrun/rule.ts';
import { parallelLevelNegative } from './rules/parallel-level-negative/rule.ts';
import { parallelLevelWithTorchrun } from './rules/parallel-level-with-torchrun/rule.ts';
import { parallelLevelWithoutTorchrun } from './rules/parallel-level-without-torchrun/rule.ts';
import { parallelLevelWithoutType } from './rules/parallel-level-without-type/rule.ts';
import { parallelTypeInvalid } from './rules/parallel-type-invalid/rule.ts';
import { parallelTypeWithoutLevel } from './rules/parallel-type-without-level/rule.ts';
import { parentVisibleDevicesIgnored } from './rules/parent-visible-devices-ignored/rule.ts';
import { pipelineTypeForTensorFramework } from './rules/pipeline-type-for-tensor-framework/rule.ts';
import { pippyIndexFileName } from './rules/pippy-index-file-name/rule.ts';
import { pippyMissingKey } from './rules/pippy-missing-key/rule.ts';
import { plainWorkerNotIsolated } from './rules/plain-worker-not-isolated/rule.ts';
import { ppGroupSizeUnused } from './rules/pp-group-size-unused/rule.ts';
import { pptpNotImplemented } from './rules/pptp-not-implemented/rule.ts';
import { pt2BackendUnknown } from './rules/pt2-backend-unknown/rule.ts';
import { pt2CompileAndExport } from './rules/pt2-compile-and-export/rule.ts';
import { pt2CompileEnableMissing } from './rules/pt2-compile-enable-missing/rule.ts';
import { pt2ExportNeedsSo } from './rules/pt2-export-needs-so/rule.ts';
import { pt2FormatUnsupported } from './rules/pt2-format-unsupported/rule.ts';
import { pt2InvalidType } from './rules/pt2-invalid-type/rule.ts';
import { pt2LegacyFormat } from './rules/pt2-legacy-format/rule.ts';
import { rdzvEndpointDefaultShared } from './rules/rdzv-endpoint-default-shared/rule.ts';
import { rdzvEndpointShared } from './rules/rdzv-endpoint-shared/rule.ts';
import { registerJsonBatchDelay } from './rules/register-json-batch-delay/rule.ts';
import { responseTimeoutAsync } from './rules/response-timeout-async/rule.ts';
import { responseTimeoutKillsWorker } from './rules/response-timeout-kills-worker/rule.ts';
import { responseTimeoutLow } from './rules/response-timeout-low/rule.ts';
import { sequenceContinuousDoublesBatch } from './rules/sequence-continuous-doubles-batch/rule.ts';
import { sequenceKeysInert } from './rules/sequence-keys-inert/rule.ts';
import { sequenceMaxNumDefault } from './rules/sequence-max-num-default/rule.ts';
import { sequenceNoRecovery } from './rules/sequence-no-recovery/rule.ts';
import { sequenceWithJobTicket } from './rules/sequence-with-job-ticket/rule.ts';
import { sequenceWithoutIdle } from './rules/sequence-without-idle/rule.ts';
import { snapshotOverridesConfig } from './rules/snapshot-overrides-config/rule.ts';
import { startupTimeoutMissing } from './rules/startup-timeout-missing/rule.ts';
import { startupTimeoutUnsupported } from './rules/startup-timeout-unsupported/rule.ts';
import { strategySectionUnused } from './rules/strategy-section-unused/rule.ts';
import { timeoutNotPositive } from './rules/timeout-not-positive/rule.ts';
import { timeoutShadowsServerDefault } from './rules/timeout-shadows-server-default/rule.ts';
import { timeoutUnitSuspicious } from './rules/timeout-unit-suspicious/rule.ts';
import { torchrunInertKey } from './rules/torchrun-inert-key/rule.ts';
import { torchrunOnCpu } from './rules/torchrun-on-cpu/rule.ts';
import { torchrunUnknownKey } from './rules/torchrun-unknown-key/rule.ts';
import { torchrunWithoutParallelType } from './rules/torchrun-without-parallel-type/rule.ts';
import { tpDegreeNprocMismatch } from './rules/tp-degree-nproc-mismatch/rule.ts';
import { trtllmMissingKey } from './rules/trtllm-missing-key/rule.ts';
import { unknownKeyNearMiss } from './rules/unknown-key-near-miss/rule.ts';
import { unknownTopLevelKey } from './rules/unknown-top-level-key/rule.ts';
import { useVenvRuntime } from './rules/use-venv-runtime/rule.ts';
import { useVenvTorchrun } from './rules/use-venv-torchrun/rule.ts';
import { useVenvWithoutInstall } from './rules/use-venv-without-install/rule.ts';
import { vllmAdaptersWithoutLora } from './rules/vllm-adapters-without-lora/rule.ts';
import { vllmGpusIdle } from './rules/vllm-gpus-idle/rule.ts';
import { vllmModelMissing } from './rules/vllm-model-missing/rule.ts';
import { vllmParallelMismatch } from './rules/vllm-parallel-mismatch/rule.ts';
import { vllmUnknownEngineKey } from './rules/vllm-unknown-engine-key/rule.ts';
import { vllmWithoutCustom } from './rules/vllm-without-custom/rule.ts';
import { workersClampedByCapacity } from './rules/workers-clamped-by-capacity/rule.ts';
import { workersMinGtMax } from './rules/workers-min-gt-max/rule.ts';
import { workersOverrideInitialWorkers } from './rules/workers-override-initial-workers/rule.ts';
import { workersPairIncomplete } from './rules/workers-pair-incomplete/rule.ts';
import { workersUnsetUsesAll } from './rules/workers-unset-uses-all/rule.ts';
import { yamlAmbiguousBoolean } from './rules/yaml-ambiguous-boolean/rule.ts';
import { yamlDuplicateKey } from './rules/yaml-duplicate-key/rule.ts';
import { yamlEmptyConfig } from './rules/yaml-empty-config/rule.ts';
import { yamlExponentFloatIsString } from './rules/yaml-exponent-float-is-string/rule.ts';
import { yamlJavaOnlyError } from './rules/yaml-java-only-error/rule.ts';
import { yamlMultipleDocuments } from './rules/yaml-multiple-documents/rule.ts';
import { yamlNonStringKey } from './rules/yaml-non-string-key/rule.ts';
import { yamlOctalInteger } from './rules/yaml-octal-integer/rule.ts';
import { yamlPythonOnlyError } from './rules/yaml-python-only-error/rule.ts';
import { yamlRootNotMap } from './rules/yaml-root-not-map/rule.ts';
import { yamlSexagesimalInteger } from './rules/yaml-sexagesimal-integer/rule.ts';
import { yamlSyntaxError } from './rules/yaml-syntax-error/rule.ts';
import { yamlTabIndentation } from './rules/yaml-tab-indentation/rule.ts';
import { yamlUnrenderedTemplate } from './rules/yaml-unrendered-template/rule.ts';
import { yamlUnsupportedTag } from './rules/yaml-unsupported-tag/rule.ts';

/** Every rule, by id. One line per rule; `registry.test.ts` compares the list with the folders and the docs pages. */
export const rules: readonly Rule[] = [
  asyncBatchSize,
  asyncHandlerRequired,
  asyncWithBatchingMode,
  asyncWithTorchrun,
  batchDelayWithoutBatch,
  batchSizeClamped,
  booleanKeyWrongType,
  clientTimeoutHangs,
  configNotInManifest,
  continuousBatchSizeOne,
  customBrokenOnMaster,
  customRequiresAsync,
  customWithTorchrun,
  daliMissingKey,
  deepspeedCheckpointBinOnly,
  deepspeedMissingKey,
  deepspeedTpSizeMismatch,
  deviceIdsDuplicate,
  deviceIdsFewerThanLevel,
  deviceIdsOnCpu,
  deviceIdsOutOfRange,
  deviceIdsWrongType,
  deviceTypeInvalid,
  firstGpuIsOne,
  gpuCountNotMultiple,
  gpuIdBeyondVisible,
  gpuOverlapBetweenModels,
  handlerBatchSizeOne,
  handlerKeyIgnored,
  handlerSectionNull,
  integerKeyOverflow,
  integerKeyWrongType,
  jobQueueSizeNotPositive,
  jobTicketContinuous,
  jobTicketQueueSize,
  keyExplicitNull,
  keyNotInVersion,
  largeModelSingleWorker,
  maxBatchDelayNegative,
  maxBatchDelayZero,
  maxRetryOverflow,
  maxRetryZero,
  maxWorkersUnreachable,
  microBatchLargerThanBatch,
  microBatchingInvalid,
  miiTensorParallelMismatch,
  minWorkersClamped,
  modelPathAbsolute,
  modelsJsonConflict,
  modelsJsonUnsupportedKey,
  neuronBatchMismatch,
  nnodesMulti,
  notEnoughGpus,
  nprocOne,
  nprocPerNodeInvalid,
  ompThreadsDefault,
  ompThreadsMisplaced,
  parallelLevelConflictsTorchrun,
  parallelLevelNegative,
  parallelLevelWithTorchrun,
  parallelLevelWithoutTorchrun,
  parallelLevelWithoutType,
  parallelTypeInvalid,
  parallelTypeWithoutLevel,
  parentVisibleDevicesIgnored,
  pipelineTypeForTensorFramework,
  pippyIndexFileName,
  pippyMissingKey,
  plainWorkerNotIsolated,
  ppGroupSizeUnused,
  pptpNotImplemented,
  pt2BackendUnknown,
  pt2CompileAndExport,
  pt2CompileEnableMissing,
  pt2ExportNeedsSo,
  pt2FormatUnsupported,
  pt2InvalidType,
  pt2LegacyFormat,
  rdzvEndpointDefaultShared,
  rdzvEndpointShared,
  registerJsonBatchDelay,
  responseTimeoutAsync,
  responseTimeoutKillsWorker,
  responseTimeoutLow,
  sequenceContinuousDoublesBatch,
  sequenceKeysInert,
  sequenceMaxNumDefault,
  sequenceNoRecovery,
  sequenceWithJobTicket,
  sequenceWithoutIdle,
  snapshotOverridesConfig,
  startupTimeoutMissing,
  startupTimeoutUnsupported,
  strategySectionUnused,
  timeoutNotPositive,
  timeoutShadowsServerDefault,
  timeoutUnitSuspicious,
  torchrunInertKey,
  torchrunOnCpu,
  torchrunUnknownKey,
  torchrunWithoutParallelType,
  tpDegreeNprocMismatch,
  trtllmMissingKey,
  unknownKeyNearMiss,
  unknownTopLevelKey,
  useVenvRuntime,
  useVenvTorchrun,
  useVenvWithoutInstall,
  vllmAdaptersWithoutLora,
  vllmGpusIdle,
  vllmModelMissing,
  vllmParallelMismatch,
  vllmUnknownEngineKey,
  vllmWithoutCustom,
  workersClampedByCapacity,
  workersMinGtMax,
  workersOverrideInitialWorkers,
  workersPairIncomplete,
  workersUnsetUsesAll,
  yamlAmbiguousBoolean,
  yamlDuplicateKey,
  yamlEmptyConfig,
  yamlExponentFloatIsString,
  yamlJavaOnlyError,
  yamlMultipleDocuments,
  yamlNonStringKey,
  yamlOctalInteger,
  yamlPythonOnlyError,
  yamlRootNotMap,
  yamlSexagesimalInteger,
  yamlSyntaxError,
  yamlTabIndentation,
  yamlUnrenderedTemplate,
  yamlUnsupportedTag,
];

/** The rule of that id, or undefined. */
export function findRule(id: string): Rule | undefined {
  return rules.find((rule) => rule.id === id);
}
