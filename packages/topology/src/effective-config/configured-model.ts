import type { ConfigPath, ConfigValue } from '@topodiff/schema';
import type { DeviceType, ParallelType } from './effective-config.ts';
import type { Cause, Origin } from './setting.ts';

/** One field of TorchServe's ModelConfig object after the file is read, before any fallback. */
export interface ConfiguredField<T> {
  readonly key: string;
  readonly path: ConfigPath;
  /** As the frontend's reader typed it; undefined when the file does not say. */
  readonly declared: ConfigValue | undefined;
  readonly configured: T;
  /** What reading made of it: declared, default, coerced, clamped, ignored, or overridden (by a later torchrun). */
  readonly origin: Origin;
  readonly cause?: Cause;
}

export interface ConfiguredTorchrun {
  readonly nprocPerNode: ConfiguredField<number>;
  readonly nnodes: ConfiguredField<number>;
  readonly rdzvBackend: ConfiguredField<string>;
  readonly rdzvEndpoint: ConfiguredField<string | null>;
  readonly rdzvConf: ConfiguredField<string | null>;
  readonly monitorInterval: ConfiguredField<number>;
  readonly nodeRank: ConfiguredField<number>;
  readonly ompNumberThreads: ConfiguredField<number>;
}

/** TorchServe's ModelConfig object. */
export interface ConfiguredModel {
  readonly minWorkers: ConfiguredField<number>;
  readonly maxWorkers: ConfiguredField<number>;
  readonly batchSize: ConfiguredField<number>;
  readonly maxBatchDelay: ConfiguredField<number>;
  readonly responseTimeout: ConfiguredField<number>;
  readonly startupTimeout: ConfiguredField<number>;
  readonly deviceType: ConfiguredField<DeviceType>;
  readonly deviceIds: ConfiguredField<readonly number[] | null>;
  readonly parallelType: ConfiguredField<ParallelType>;
  readonly parallelLevel: ConfiguredField<number>;
  readonly torchrun: ConfiguredTorchrun | null;
  readonly maxRetryTimeoutInSec: ConfiguredField<number>;
  readonly clientTimeoutInMills: ConfiguredField<number>;
  readonly jobQueueSize: ConfiguredField<number>;
  readonly useJobTicket: ConfiguredField<boolean>;
  readonly continuousBatching: ConfiguredField<boolean>;
  readonly sequenceBatching: ConfiguredField<boolean>;
  readonly sequenceMaxIdleMSec: ConfiguredField<number>;
  readonly sequenceTimeoutMSec: ConfiguredField<number>;
  readonly maxSequenceJobQueueSize: ConfiguredField<number>;
  readonly maxNumSequence: ConfiguredField<number>;
  readonly asyncCommunication: ConfiguredField<boolean>;
  readonly useVenv: ConfiguredField<boolean>;
}
