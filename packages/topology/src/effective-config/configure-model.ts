import { defaultFields, readModelConfig } from '@topodiff/schema';
import type {
  DeclaredField,
  ModelConfigDocument,
  ModelConfigFields,
  TorchRunFields,
  TorchserveVersion,
} from '@topodiff/schema';
import type { ConfiguredField, ConfiguredModel, ConfiguredTorchrun } from './configured-model.ts';
import type { EffectiveConfig } from './effective-config.ts';

type DeclaredFields = ReadonlyMap<string, DeclaredField>;

/** What the frontend's own reading of the file contributes to an effective configuration. */
export type ModelReading = Pick<
  EffectiveConfig,
  'outcome' | 'fatal' | 'unreadKeys' | 'unreadTorchrunKeys'
> & { readonly model: ConfiguredModel };

/**
 * TorchServe's ModelConfig object with what the file says beside each of its fields. Without a file, and for a file that
 * the frontend cannot read, every field holds its default.
 */
export function configureModel(
  document: ModelConfigDocument | null,
  version: TorchserveVersion,
): ModelReading {
  const reading = document === null ? null : readModelConfig(document, version);
  return {
    model: configureFields(reading?.fields ?? defaultFields(version), reading?.declared ?? new Map()),
    outcome: reading === null || reading.outcome === 'ignored' ? 'no-config' : reading.outcome,
    ...(reading?.fatal === undefined ? {} : { fatal: reading.fatal }),
    unreadKeys: reading?.unknownKeys ?? [],
    unreadTorchrunKeys: reading?.unknownTorchrunKeys ?? [],
  };
}

function configureFields(fields: ModelConfigFields, declared: DeclaredFields): ConfiguredModel {
  const configure = <Key extends Exclude<keyof ModelConfigFields, 'torchRun'>>(key: Key) =>
    configureField(key, fields[key], declared);
  return {
    minWorkers: configure('minWorkers'),
    maxWorkers: configure('maxWorkers'),
    batchSize: configure('batchSize'),
    maxBatchDelay: configure('maxBatchDelay'),
    responseTimeout: configure('responseTimeout'),
    startupTimeout: configure('startupTimeout'),
    deviceType: configure('deviceType'),
    deviceIds: configure('deviceIds'),
    parallelType: configure('parallelType'),
    parallelLevel: configure('parallelLevel'),
    torchrun: fields.torchRun === null ? null : configureTorchrun(fields.torchRun, declared),
    maxRetryTimeoutInSec: configure('maxRetryTimeoutInSec'),
    clientTimeoutInMills: configure('clientTimeoutInMills'),
    jobQueueSize: configure('jobQueueSize'),
    useJobTicket: configure('useJobTicket'),
    continuousBatching: configure('continuousBatching'),
    sequenceBatching: configure('sequenceBatching'),
    sequenceMaxIdleMSec: configure('sequenceMaxIdleMSec'),
    sequenceTimeoutMSec: configure('sequenceTimeoutMSec'),
    maxSequenceJobQueueSize: configure('maxSequenceJobQueueSize'),
    maxNumSequence: configure('maxNumSequence'),
    asyncCommunication: configure('asyncCommunication'),
    useVenv: configure('useVenv'),
  };
}

function configureTorchrun(fields: TorchRunFields, declared: DeclaredFields): ConfiguredTorchrun {
  const configure = <T>(key: string, configured: T) =>
    configureField(`torchrun.${key}`, configured, declared);
  return {
    nprocPerNode: configure('nproc-per-node', fields.nprocPerNode),
    nnodes: configure('nnodes', fields.nnodes),
    rdzvBackend: configure('rdzv-backend', fields.rdzvBackend),
    rdzvEndpoint: configure('rdzv-endpoint', fields.rdzvEndpoint),
    rdzvConf: configure('rdzv-conf', fields.rdzvConf),
    ...(fields.maxRestarts === undefined
      ? {}
      : { maxRestarts: configure('max-restarts', fields.maxRestarts) }),
    monitorInterval: configure('monitor-interval', fields.monitorInterval),
    nodeRank: configure('node-rank', fields.nodeRank),
    ompNumberThreads: configure('OMP_NUMBER_THREADS', fields.ompNumberThreads),
  };
}

/** `key` is dotted; no key of TorchServe's holds a dot itself. */
function configureField<T>(key: string, configured: T, declared: DeclaredFields): ConfiguredField<T> {
  const field = declared.get(key);
  return {
    key,
    path: key.split('.'),
    declared: field?.declared,
    configured,
    origin: field?.origin ?? 'default',
    ...(field?.cause === undefined ? {} : { cause: field.cause }),
  };
}
