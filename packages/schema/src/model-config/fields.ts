import { isAtLeast, type TorchserveVersion } from '../torchserve-version.ts';
import { torchserve, type UpstreamReference } from '../upstream-reference.ts';

/** What the frontend does with an integer below a setting's minimum. */
export type BelowMinimum =
  | 'raise' // takes the minimum instead, without a word
  | 'keep'; // logs a warning and keeps the value it had

export type FieldType =
  | {
      readonly kind: 'integer';
      readonly minimum: number;
      readonly belowMinimum: BelowMinimum;
      /** Until some version a value below another minimum was dropped instead. */
      readonly earlier?: { readonly before: TorchserveVersion; readonly minimum: number };
    }
  | { readonly kind: 'boolean' }
  | { readonly kind: 'string' }
  /** Compared in lower case; the empty string means none. */
  | {
      readonly kind: 'choice';
      readonly values: readonly { readonly name: string; readonly since: TorchserveVersion }[];
    }
  | { readonly kind: 'device-ids' }
  | { readonly kind: 'torchrun' };

/** One key that the frontend reads. */
export interface Field {
  /** As it is written in the file. */
  readonly key: string;
  readonly section: 'top-level' | 'torchrun';
  /** The name of the field in TorchServe's ModelConfig or TorchRun object. */
  readonly property: string;
  readonly type: FieldType;
  readonly unit?: 'milliseconds' | 'seconds';
  /** What the object holds when the file does not say; 0 often means "not set". */
  readonly default: number | string | boolean | null;
  readonly since: TorchserveVersion;
  readonly upstream: UpstreamReference;
  /** One sentence for people. */
  readonly description: string;
}

const modelConfigFile = 'archive/model/ModelConfig.java';

function integer(minimum: number, belowMinimum: BelowMinimum): FieldType {
  return { kind: 'integer', minimum, belowMinimum };
}

/** Raises since 0.10.0 (PR 2910); until 0.9.0 the setter kept the value it had for anything below 1. */
function raisedSince0100(minimum: number): FieldType {
  return { kind: 'integer', minimum, belowMinimum: 'raise', earlier: { before: '0.10.0', minimum: 1 } };
}

function choice(...values: readonly (readonly [string, TorchserveVersion])[]): FieldType {
  return { kind: 'choice', values: values.map(([name, since]) => ({ name, since })) };
}

const boolean: FieldType = { kind: 'boolean' };
const string: FieldType = { kind: 'string' };

/**
 * Every key that TorchServe's frontend reads from a model-config.yaml, in the order of the fields of its ModelConfig
 * object, and the one place that says so: the reader, the zod schemas, the editor's JSON Schema and the reference page
 * come from it.
 */
export const fields = [
  {
    key: 'minWorkers',
    section: 'top-level',
    property: 'minWorkers',
    type: raisedSince0100(1),
    default: 0,
    since: '0.8.0',
    upstream: torchserve(modelConfigFile, 'setMinWorkers', '286-288'),
    description:
      'How many worker processes are started; counts only together with a maxWorkers that is at least as large.',
  },
  {
    key: 'maxWorkers',
    section: 'top-level',
    property: 'maxWorkers',
    type: integer(0, 'keep'),
    default: 0,
    since: '0.8.0',
    upstream: torchserve(modelConfigFile, 'setMaxWorkers', '294-300'),
    description: 'Upper bound for workers when scaling; TorchServe never adds workers by itself.',
  },
  {
    key: 'batchSize',
    section: 'top-level',
    property: 'batchSize',
    type: raisedSince0100(1),
    default: 0,
    since: '0.8.0',
    upstream: torchserve(modelConfigFile, 'setBatchSize', '306-308'),
    description: 'Largest number of requests that a worker gets at once.',
  },
  {
    key: 'maxBatchDelay',
    section: 'top-level',
    property: 'maxBatchDelay',
    type: integer(0, 'keep'),
    unit: 'milliseconds',
    default: 0,
    since: '0.8.0',
    upstream: torchserve(modelConfigFile, 'setMaxBatchDelay', '314-320'),
    description: 'How long a batch waits for more requests after its first one; 0 is the same as not set.',
  },
  {
    key: 'responseTimeout',
    section: 'top-level',
    property: 'responseTimeout',
    type: integer(1, 'keep'),
    unit: 'seconds',
    default: 120,
    since: '0.8.0',
    upstream: torchserve(modelConfigFile, 'setResponseTimeout', '326-332'),
    description: 'How long the frontend waits for each reply to an inference before it restarts the worker.',
  },
  {
    key: 'startupTimeout',
    section: 'top-level',
    property: 'startupTimeout',
    type: integer(1, 'keep'),
    unit: 'seconds',
    default: 120,
    since: '0.12.0',
    upstream: torchserve(modelConfigFile, 'setStartupTimeout', '338-344'),
    description: 'How long a worker may take to load the model.',
  },
  {
    key: 'deviceType',
    section: 'top-level',
    property: 'deviceType',
    type: choice(['cpu', '0.8.0'], ['gpu', '0.8.0']),
    default: 'NONE',
    since: '0.8.0',
    upstream: torchserve(modelConfigFile, 'enum DeviceType', '538-550'),
    description: 'Where the model runs; without it on GPUs when the host has any.',
  },
  {
    key: 'deviceIds',
    section: 'top-level',
    property: 'deviceIds',
    type: { kind: 'device-ids' },
    default: null,
    since: '0.8.0',
    upstream: torchserve(modelConfigFile, 'setDeviceIds', '350-361'),
    description: 'The GPUs that this model may use, counted from 0.',
  },
  {
    key: 'parallelLevel',
    section: 'top-level',
    property: 'parallelLevel',
    type: integer(0, 'keep'),
    default: 0,
    since: '0.11.1',
    upstream: torchserve(modelConfigFile, 'setParallelLevel', '367-373'),
    description:
      'How many GPUs one worker gets; has no effect without parallelType, and torchrun sets it too.',
  },
  {
    key: 'parallelType',
    section: 'top-level',
    property: 'parallelType',
    type: choice(['pp', '0.8.0'], ['tp', '0.8.0'], ['pptp', '0.8.0'], ['custom', '0.11.1']),
    default: 'NONE',
    since: '0.8.0',
    upstream: torchserve(modelConfigFile, 'enum ParallelType', '508-520'),
    description:
      'How the model is spread over GPUs: pipeline, tensor, both (torchrun starts the ranks), or by the handler itself.',
  },
  {
    key: 'torchrun',
    section: 'top-level',
    property: 'torchRun',
    type: { kind: 'torchrun' },
    default: null,
    since: '0.8.0',
    upstream: torchserve(modelConfigFile, 'TorchRun.build', '166-175'),
    description: 'Options for torchrun; used only with the parallel types pp, tp and pptp.',
  },
  {
    key: 'maxRetryTimeoutInSec',
    section: 'top-level',
    property: 'maxRetryTimeoutInSec',
    type: raisedSince0100(0),
    unit: 'seconds',
    default: 300,
    since: '0.8.0',
    upstream: torchserve(modelConfigFile, 'setMaxRetryTimeoutInSec'),
    description: 'How long after its first failure a dead worker is started again; 0 means never.',
  },
  {
    key: 'clientTimeoutInMills',
    section: 'top-level',
    property: 'clientTimeoutInMills',
    type: integer(0, 'raise'),
    unit: 'milliseconds',
    default: 0,
    since: '0.8.0',
    upstream: torchserve(modelConfigFile, 'setClientTimeoutInMills'),
    description: 'Drops requests that are older, without answering them; 0 means never.',
  },
  {
    key: 'jobQueueSize',
    section: 'top-level',
    property: 'jobQueueSize',
    type: integer(0, 'raise'),
    default: 0,
    since: '0.8.1',
    upstream: torchserve(modelConfigFile, 'setJobQueueSize', '415-417'),
    description: 'How many requests may wait for this model; 0 takes job_queue_size of config.properties.',
  },
  {
    key: 'useJobTicket',
    section: 'top-level',
    property: 'useJobTicket',
    type: boolean,
    default: false,
    since: '0.8.1',
    upstream: torchserve(modelConfigFile, 'setUseJobTicket'),
    description: 'Takes a request only while a worker is waiting for one and answers 503 otherwise.',
  },
  {
    key: 'sequenceMaxIdleMSec',
    section: 'top-level',
    property: 'sequenceMaxIdleMSec',
    type: integer(0, 'raise'),
    unit: 'milliseconds',
    default: 0,
    since: '0.10.0',
    upstream: torchserve(modelConfigFile, 'setSequenceMaxIdleMSec'),
    description: 'How long a sequence may pause; sequence batching does not work while it is 0.',
  },
  {
    key: 'sequenceTimeoutMSec',
    section: 'top-level',
    property: 'sequenceTimeoutMSec',
    type: integer(0, 'raise'),
    unit: 'milliseconds',
    default: 0,
    since: '0.12.0',
    upstream: torchserve(modelConfigFile, 'setSequenceTimeoutMSec'),
    description: 'How long a sequence may last in all; 0 means without an end.',
  },
  {
    key: 'maxSequenceJobQueueSize',
    section: 'top-level',
    property: 'maxSequenceJobQueueSize',
    type: integer(1, 'raise'),
    default: 1,
    since: '0.10.0',
    upstream: torchserve(modelConfigFile, 'setMaxSequenceJobQueueSize'),
    description: 'How many requests of one sequence may wait.',
  },
  {
    key: 'maxNumSequence',
    section: 'top-level',
    property: 'maxNumSequence',
    type: integer(1, 'raise'),
    default: 1,
    since: '0.10.0',
    upstream: torchserve(modelConfigFile, 'setMaxNumSequence'),
    description: 'How many sequences may run at once.',
  },
  {
    key: 'continuousBatching',
    section: 'top-level',
    property: 'continuousBatching',
    type: boolean,
    default: false,
    since: '0.9.0',
    upstream: torchserve(modelConfigFile, 'setContinuousBatching'),
    description: 'Keeps unfinished streaming requests in the batch and fills free places without waiting.',
  },
  {
    key: 'asyncCommunication',
    section: 'top-level',
    property: 'asyncCommunication',
    type: boolean,
    default: false,
    since: '0.11.1',
    upstream: torchserve(modelConfigFile, 'setAsyncCommunication'),
    description: 'Sends requests to the worker without waiting for replies; the handler must be a coroutine.',
  },
  {
    key: 'useVenv',
    section: 'top-level',
    property: 'useVenv',
    type: boolean,
    default: false,
    since: '0.10.0',
    upstream: torchserve(modelConfigFile, 'setUseVenv'),
    description: 'Runs the worker in a virtual environment of its own; torchrun workers ignore it.',
  },
  {
    key: 'sequenceBatching',
    section: 'top-level',
    property: 'sequenceBatching',
    type: boolean,
    default: false,
    since: '0.11.0',
    upstream: torchserve(modelConfigFile, 'setSequenceBatching'),
    description: 'Batches one request of each sequence; needs sequenceMaxIdleMSec.',
  },
  {
    key: 'nnodes',
    section: 'torchrun',
    property: 'nnodes',
    type: integer(1, 'keep'),
    default: 1,
    since: '0.8.0',
    upstream: torchserve(modelConfigFile, 'TorchRun.setNnodes'),
    description: 'Number of hosts as torchrun is told; TorchServe itself plans for one.',
  },
  {
    key: 'nproc-per-node',
    section: 'torchrun',
    property: 'nprocPerNode',
    type: integer(1, 'keep'),
    default: 1,
    since: '0.8.0',
    upstream: torchserve(modelConfigFile, 'TorchRun.setNprocPerNode'),
    description: 'How many ranks, each with a GPU of its own, torchrun starts for one worker.',
  },
  {
    key: 'rdzv-endpoint',
    section: 'torchrun',
    property: 'rdzvEndpoint',
    type: string,
    default: null,
    since: '0.8.0',
    upstream: torchserve(modelConfigFile, 'TorchRun.setRdzvEndpoint'),
    description: 'Where the ranks meet, as host:port.',
  },
  {
    key: 'rdzv-backend',
    section: 'torchrun',
    property: 'rdzvBackend',
    type: string,
    default: 'c10d',
    since: '0.8.0',
    upstream: torchserve(modelConfigFile, 'TorchRun.setRdzvBackend'),
    description: 'How the ranks meet; passed on unchecked.',
  },
  {
    key: 'rdzv-conf',
    section: 'torchrun',
    property: 'rdzvConf',
    type: string,
    default: null,
    since: '0.8.0',
    upstream: torchserve(modelConfigFile, 'TorchRun.setRdzvConf'),
    description: 'Read, but never passed to torchrun.',
  },
  {
    key: 'monitor-interval',
    section: 'torchrun',
    property: 'monitorInterval',
    type: integer(1, 'keep'),
    unit: 'seconds',
    default: 5,
    since: '0.8.0',
    upstream: torchserve(modelConfigFile, 'TorchRun.setMonitorInterval'),
    description: 'Read, but never passed to torchrun.',
  },
  {
    key: 'node-rank',
    section: 'torchrun',
    property: 'nodeRank',
    type: integer(0, 'keep'),
    default: 0,
    since: '0.8.0',
    upstream: torchserve(modelConfigFile, 'TorchRun.setNodeRank'),
    description: 'Read, but never passed to torchrun.',
  },
  {
    key: 'OMP_NUMBER_THREADS',
    section: 'torchrun',
    property: 'ompNumberThreads',
    type: integer(1, 'keep'),
    default: 1,
    since: '0.8.0',
    upstream: torchserve(modelConfigFile, 'TorchRun.setOmpNumberThreads', '622'),
    description: 'The OMP_NUM_THREADS of every rank, whatever the host sets.',
  },
] as const satisfies readonly Field[];

/** A key that only earlier versions read; to later ones it is unknown. */
export interface RetiredField extends Field {
  /** The last version that reads it. */
  readonly until: TorchserveVersion;
}

/** Apart from `fields`: editors do not offer these keys, and nothing is a near miss of one. */
export const retiredFields: readonly RetiredField[] = [
  {
    key: 'max-restarts',
    section: 'torchrun',
    property: 'maxRestarts',
    type: integer(1, 'keep'),
    default: 3,
    since: '0.8.0',
    until: '0.8.0',
    upstream: torchserve(modelConfigFile, 'TorchRun.setMaxRestarts'),
    description: 'Passed to torchrun, which goes by the 1 that follows it on the command line.',
  },
];

/** Keys at the top level of the file, and keys inside `torchrun`. */
export type TopLevelKey = Extract<(typeof fields)[number], { section: 'top-level' }>['key'];
export type TorchrunKey = Extract<(typeof fields)[number], { section: 'torchrun' }>['key'];

/**
 * The field of a key in its section, or undefined for a key that the frontend does not know. Given a version, also one that
 * it still reads.
 */
export function fieldOf(
  section: Field['section'],
  key: string,
  version?: TorchserveVersion,
): Field | undefined {
  return (
    fields.find((field) => field.section === section && field.key === key) ??
    retiredFieldsOf(section, version).find((field) => field.key === key)
  );
}

/** The retired fields that a version still reads; none without a version. */
export function retiredFieldsOf(
  section: Field['section'],
  version: TorchserveVersion | undefined,
): readonly RetiredField[] {
  if (version === undefined) return [];
  return retiredFields.filter((field) => field.section === section && isAtLeast(field.until, version));
}
