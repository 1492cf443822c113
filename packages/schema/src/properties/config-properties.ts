import type { SourceRange } from '../document/source-range.ts';
import type { TorchserveVersion } from '../torchserve-version.ts';

/** One property, last one wins as in java.util.Properties. */
export interface ConfigProperty {
  readonly key: string;
  readonly value: string;
  readonly range: SourceRange;
}

/** The numbers that TorchServe asks the `models` property for. */
export const modelsJsonNumbers = [
  'minWorkers',
  'maxWorkers',
  'batchSize',
  'maxBatchDelay',
  'responseTimeout',
  'startupTimeout',
] as const;

/** Settings that the `models` property (JSON) holds for one version of one model. */
export interface ModelProperties {
  readonly modelName: string;
  readonly modelVersion: string;
  readonly minWorkers?: number;
  readonly maxWorkers?: number;
  readonly batchSize?: number;
  /** Milliseconds. */
  readonly maxBatchDelay?: number;
  /** Seconds. */
  readonly responseTimeout?: number;
  /** Seconds. */
  readonly startupTimeout?: number;
  readonly runtimeType?: string;
  /** Numbers that TorchServe cannot read: it stops when it needs one of them to load the model. */
  readonly unreadable: readonly string[];
  /** Keys of the JSON object that TorchServe does not read there. */
  readonly unknownKeys: readonly string[];
}

/** A fault of the properties file itself. */
export interface ConfigPropertiesProblem {
  readonly code:
    | 'malformed-escape'
    | 'models-not-json'
    | 'snapshot-not-json'
    | 'not-a-number'
    | 'environment-variable' // its value is one of the server's, which is not at hand
    | 'byte-order-mark' // Java takes it for a part of the first key
    | 'invalid-utf8'
    | 'too-large';
  readonly message: string;
  readonly range: SourceRange;
  /** The first version that does not start because of it; absent when TorchServe starts all the same. */
  readonly stopsSince?: TorchserveVersion;
}

/** A config.properties of TorchServe: the entries, the ones that matter for a launch typed, and what is wrong. */
export interface ConfigProperties {
  readonly entries: ReadonlyMap<string, ConfigProperty>;
  readonly numberOfGpu?: number;
  readonly defaultWorkersPerModel?: number;
  readonly jobQueueSize?: number;
  /** Seconds. */
  readonly defaultResponseTimeout?: number;
  /** Seconds. */
  readonly defaultStartupTimeout?: number;
  readonly initialWorkerPort?: number;
  readonly initialDistributionPort?: number;
  readonly models: readonly ModelProperties[];
  /** The snapshot that `model_snapshot` holds, when there is one. */
  readonly modelSnapshot?: string;
  readonly problems: readonly ConfigPropertiesProblem[];
}
