import type { GpuCount } from './count-gpus.ts';

/** How many workers of a parallel model fit on the GPUs. */
export interface WorkerCapacity {
  /** Workers that fit: `devices` divided by `needed`, rounded down. */
  readonly workers: number;
  /** GPUs of one worker (the parallel level). */
  readonly needed: number;
  /** GPUs that the model may use: its deviceIds, or all of the host. With `isAssumed` the most there can be. */
  readonly devices: number;
  /** The host's number of GPUs is unknown, so `devices` is an upper bound and the real clamp may be lower. */
  readonly isAssumed: boolean;
}

/**
 * The capacity by which TorchServe cuts the number of workers, or null when it does not check: on CPU and for a model
 * that is not parallel.
 *
 * Imitates frontend/server/src/main/java/org/pytorch/serve/wlm/ModelManager.java `updateModel` (`int capacity`, 606-631)
 * and Model.java `numCores` (153-159).
 */
export function workerCapacity(
  isOnGpu: boolean,
  parallelLevel: number,
  deviceIds: readonly number[] | null,
  gpus: GpuCount,
): WorkerCapacity | null {
  if (!isOnGpu || parallelLevel <= 0) return null;
  const hasPool = deviceIds !== null && deviceIds.length > 0;
  const devices = hasPool ? deviceIds.length : gpus.isKnown ? gpus.count : gpus.atMost;
  return {
    workers: Math.floor(devices / parallelLevel),
    needed: parallelLevel,
    devices,
    isAssumed: !hasPool && !gpus.isKnown,
  };
}
