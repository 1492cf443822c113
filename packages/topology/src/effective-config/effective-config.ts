import type {
  ConfiguredDeviceType,
  ConfiguredParallelType,
  FatalReading,
  ModelConfigDocument,
  ModelProperties,
  UnknownKey,
} from '@topodiff/schema';
import type { LoadFailure } from './find-load-failure.ts';
import type { HostProfile } from '../host-profile.ts';
import type { Assumption } from './assumption.ts';
import type { Setting } from './setting.ts';
import type { WorkerCapacity } from './worker-capacity.ts';

export type ParallelType = ConfiguredParallelType;
export type DeviceType = ConfiguredDeviceType;

/** The torchrun section as the frontend holds it. */
export interface TorchrunSettings {
  readonly nprocPerNode: Setting<number>;
  readonly nnodes: Setting<number>;
  readonly rdzvBackend: Setting<string>;
  readonly rdzvEndpoint: Setting<string | null>;
  readonly rdzvConf: Setting<string | null>;
  /** In 0.8.0 only. */
  readonly maxRestarts?: Setting<number>;
  readonly monitorInterval: Setting<number>;
  readonly nodeRank: Setting<number>;
  readonly ompNumberThreads: Setting<number>;
}

/** Every frontend setting of one model. Durations carry their unit in the name of the key (TorchServe's own). */
export interface FrontendSettings {
  readonly minWorkers: Setting<number>;
  readonly maxWorkers: Setting<number>;
  readonly batchSize: Setting<number>;
  /** Milliseconds. */
  readonly maxBatchDelay: Setting<number>;
  /** Seconds. */
  readonly responseTimeout: Setting<number>;
  /** Seconds. */
  readonly startupTimeout: Setting<number>;
  readonly deviceType: Setting<DeviceType>;
  readonly deviceIds: Setting<readonly number[] | null>;
  readonly parallelType: Setting<ParallelType>;
  readonly parallelLevel: Setting<number>;
  /** Null when the file has no usable torchrun map. */
  readonly torchrun: TorchrunSettings | null;
  readonly maxRetryTimeoutInSec: Setting<number>;
  readonly clientTimeoutInMills: Setting<number>;
  readonly jobQueueSize: Setting<number>;
  readonly useJobTicket: Setting<boolean>;
  readonly continuousBatching: Setting<boolean>;
  readonly sequenceBatching: Setting<boolean>;
  readonly sequenceMaxIdleMSec: Setting<number>;
  readonly sequenceTimeoutMSec: Setting<number>;
  readonly maxSequenceJobQueueSize: Setting<number>;
  readonly maxNumSequence: Setting<number>;
  readonly asyncCommunication: Setting<boolean>;
  readonly useVenv: Setting<boolean>;
}

/**
 * The configuration that TorchServe works with. `no-config`: there is no file, or the frontend cannot
 * parse it and goes on with defaults. `fatal`: reading it throws an exception that stops the whole server
 * at startup (HTTP 500 at the register API); `settings` are then the defaults.
 */
export interface EffectiveConfig {
  readonly outcome: 'loaded' | 'no-config' | 'fatal';
  /** Only when `outcome` is `fatal`: what throws, and the node that causes it. */
  readonly fatal?: FatalReading;
  readonly document: ModelConfigDocument | null;
  readonly host: HostProfile;
  readonly settings: FrontendSettings;
  /** What the `models` JSON of config.properties holds for the model, by its name and its archive's version. */
  readonly modelProperties: ModelProperties | null;
  /** minWorkers before the clamp by capacity; `settings.minWorkers.value` is the number after it. */
  readonly wantedWorkers: number;
  /** How many parallel workers the GPUs have room for; null when TorchServe does not check (CPU, or not parallel). */
  readonly capacity: WorkerCapacity | null;
  /** A value of config.properties that loading the model needs and that cannot be read; null when there is none. */
  readonly loadFailure: LoadFailure | null;
  /** What the values take for granted about the host. */
  readonly assumptions: readonly Assumption[];
  /** Top-level keys that the frontend does not know, in file order: handler sections and mistakes. */
  readonly unreadKeys: readonly UnknownKey[];
  /** Keys inside torchrun that the frontend does not know, in file order. */
  readonly unreadTorchrunKeys: readonly UnknownKey[];
}
