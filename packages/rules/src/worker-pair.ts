import type { EffectiveConfig } from '@topodiff/topology';

/** The numbers of workers as TorchServe takes them from the file. */
export interface WorkerPair {
  readonly min: number;
  readonly max: number;
}

/** The file's pair of worker counts when TorchServe uses it: both set and 1 ≤ min ≤ max; else null, and neither counts. */
export function workerPair({ settings }: EffectiveConfig): WorkerPair | null {
  const min = settings.minWorkers.configured;
  const max = settings.maxWorkers.configured;
  return min > 0 && max >= min ? { min, max } : null;
}

/**
 * How many workers there are when the file's pair does not count, as a message says it: a number (`startup`), the rule for
 * a host about which too little is known (`anyHost`), or what the request that registers the model asks for (`register`).
 */
export function workersWithoutPair({ host, settings }: EffectiveConfig) {
  const { value: workers, isAssumed } = settings.minWorkers;
  if (host.entry === 'register-api') return { messageId: 'register', params: { workers } } as const;
  return isAssumed
    ? ({ messageId: 'anyHost', params: {} } as const)
    : ({ messageId: 'startup', params: { workers } } as const);
}
