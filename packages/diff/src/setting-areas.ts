import type { ChangeArea } from './change.ts';

const areas: Readonly<Record<string, ChangeArea>> = {
  minWorkers: 'workers',
  maxWorkers: 'workers',
  batchSize: 'batching',
  maxBatchDelay: 'batching',
  responseTimeout: 'timeouts',
  startupTimeout: 'timeouts',
  deviceType: 'devices',
  deviceIds: 'devices',
  parallelType: 'parallelism',
  parallelLevel: 'parallelism',
  maxRetryTimeoutInSec: 'timeouts',
  clientTimeoutInMills: 'timeouts',
  jobQueueSize: 'queue',
  useJobTicket: 'queue',
  continuousBatching: 'batching',
  sequenceBatching: 'batching',
  sequenceMaxIdleMSec: 'batching',
  sequenceTimeoutMSec: 'batching',
  maxSequenceJobQueueSize: 'batching',
  maxNumSequence: 'batching',
  asyncCommunication: 'workers',
  useVenv: 'launcher',
};

/** The area of a frontend setting; everything inside `torchrun` is the launcher's. */
export function areaOfSetting(key: string): ChangeArea {
  return areas[key] ?? 'launcher';
}
