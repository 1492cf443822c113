import type { GpuCount } from '../effective-config/count-gpus.ts';
import type { TorchserveBehaviours } from '../torchserve-behaviours.ts';

/** What decides the GPUs of one model's workers. */
export interface DeviceDemand {
  /** The pool of the model; null or empty = all GPUs of the host. */
  readonly deviceIds: readonly number[] | null;
  /** GPUs of one worker; 0 for a plain worker. */
  readonly parallelLevel: number;
}

/** The GPUs of one worker. */
export interface DeviceAssignment {
  /** The `gpu_id` that the handler gets; null when the number of GPUs, which decides it, is unknown. */
  readonly gpuId: number | null;
  /** The list for the visible-devices variable; null for a plain worker, for which TorchServe sets none. */
  readonly visibleDevices: readonly number[] | null;
  /** What the worker occupies. */
  readonly devices: readonly number[];
}

/** Hands out the GPUs of one model's workers, in start order. */
export interface ModelDevices {
  next(): DeviceAssignment;
  /** Counts workers that are started but not listed. */
  skip(workers: number): void;
}

/** The counters that decide GPUs on one host: one for the plain workers of all models, one per model for the others. */
export interface DeviceAssigner {
  /** To be called for each model that gets GPUs, in load order. */
  forModel(demand: DeviceDemand): ModelDevices;
}

/**
 * Assigns GPUs as TorchServe does on one host.
 *
 * A plain worker without deviceIds takes the next GPU of one counter for all models, which is advanced before its first
 * use: the first worker gets GPU 1. Every other worker takes the next stretch of its model's own counter, which starts at
 * 0 for each model: two parallel models get the same GPUs.
 *
 * Imitates frontend/server/src/main/java/org/pytorch/serve/wlm/WorkLoadManager.java `addThreads` (215-227) and
 * WorkerThread.java `getDeviceIds` (518-533).
 * Not imitated: what scaling a running model leaves in the counters; a plan is a first start. A list of deviceIds cannot
 * run out at a first start, because the number of workers is clamped to the capacity before.
 */
export function createDeviceAssigner(
  gpus: GpuCount,
  gpuCounter: TorchserveBehaviours['gpuCounter'],
): DeviceAssigner {
  let sharedCounter = 0;
  const plainDevices: ModelDevices = {
    next() {
      if (!gpus.isKnown) return { gpuId: null, visibleDevices: null, devices: [] };
      sharedCounter = (sharedCounter + 1) % gpus.count;
      return { gpuId: sharedCounter, visibleDevices: null, devices: [sharedCounter] };
    },
    skip(workers) {
      if (gpus.isKnown) sharedCounter = (sharedCounter + workers) % gpus.count;
    },
  };
  const hostSize = gpus.isKnown ? gpus.count : gpus.atMost;
  return {
    forModel: ({ deviceIds, parallelLevel }) =>
      (deviceIds ?? []).length === 0 && parallelLevel === 0
        ? plainDevices
        : createPoolDevices(deviceIds ?? [], parallelLevel, hostSize, gpuCounter),
  };
}

function createPoolDevices(
  pool: readonly number[],
  parallelLevel: number,
  hostSize: number,
  gpuCounter: TorchserveBehaviours['gpuCounter'],
): ModelDevices {
  const poolSize = pool.length > 0 ? pool.length : hostSize;
  let counter = 0;
  return {
    next() {
      const start = counter;
      counter = advance(start, parallelLevel, poolSize, gpuCounter);
      if (parallelLevel === 0) {
        const devices = pool.slice(start, start + 1);
        return { gpuId: devices[0] ?? null, visibleDevices: null, devices };
      }
      const devices =
        pool.length > 0
          ? pool.slice(start, start + parallelLevel)
          : Array.from({ length: parallelLevel }, (_, offset) => start + offset);
      return { gpuId: start, visibleDevices: devices, devices };
    },
    skip() {
      // The counter is the model's own: nobody looks at it after its last listed worker.
    },
  };
}

/** 0.9.0 adds before it chooses between level and 1, so that the counter stays at the level after its first step. */
function advance(
  counter: number,
  parallelLevel: number,
  poolSize: number,
  gpuCounter: TorchserveBehaviours['gpuCounter'],
): number {
  if (gpuCounter === 'by-level') return (counter + Math.max(parallelLevel, 1)) % poolSize;
  return (counter + parallelLevel > 0 ? parallelLevel : 1) % poolSize;
}
