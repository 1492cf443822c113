export type ConfiguredParallelType = 'NONE' | 'PP' | 'TP' | 'PPTP' | 'CUSTOM';
export type ConfiguredDeviceType = 'NONE' | 'CPU' | 'GPU';

/** The fields of TorchServe's TorchRun object; nothing in TorchServe sets rdzvId, masterAddr and masterPort. */
export interface TorchRunFields {
  readonly nnodes: number;
  readonly nprocPerNode: number;
  readonly rdzvId: null;
  readonly rdzvEndpoint: string | null;
  readonly rdzvBackend: string;
  readonly rdzvConf: string | null;
  /** In 0.8.0 only. */
  readonly maxRestarts?: number;
  /** Seconds. */
  readonly monitorInterval: number;
  readonly nodeRank: number;
  readonly masterAddr: null;
  readonly masterPort: 0;
  readonly ompNumberThreads: number;
}

/**
 * The fields of TorchServe's ModelConfig object after it has read a file, before any fallback: 0 often means "not
 * set". A version that does not know a key has no such field; here it then holds the default.
 */
export interface ModelConfigFields {
  readonly minWorkers: number;
  readonly maxWorkers: number;
  readonly batchSize: number;
  /** Milliseconds. */
  readonly maxBatchDelay: number;
  /** Seconds. */
  readonly responseTimeout: number;
  /** Seconds. */
  readonly startupTimeout: number;
  readonly deviceType: ConfiguredDeviceType;
  readonly deviceIds: readonly number[] | null;
  readonly parallelLevel: number;
  readonly parallelType: ConfiguredParallelType;
  readonly torchRun: TorchRunFields | null;
  /** Seconds. */
  readonly maxRetryTimeoutInSec: number;
  /** Milliseconds. */
  readonly clientTimeoutInMills: number;
  readonly jobQueueSize: number;
  readonly useJobTicket: boolean;
  /** Milliseconds. */
  readonly sequenceMaxIdleMSec: number;
  /** Milliseconds. */
  readonly sequenceTimeoutMSec: number;
  readonly maxSequenceJobQueueSize: number;
  readonly maxNumSequence: number;
  readonly continuousBatching: boolean;
  readonly asyncCommunication: boolean;
  readonly useVenv: boolean;
  readonly sequenceBatching: boolean;
}
