import type { HostProfile } from '../host-profile.ts';
import { behavioursOf } from '../torchserve-behaviours.ts';

/** More accelerators than any machine holds; what an unknown number of GPUs is taken to stay under. */
export const mostGpusOfAHost = 1024;

/** TorchServe's `numberOfGpu`: how many accelerators it works with on a host, or the most there can be. */
export type GpuCount =
  { readonly isKnown: true; readonly count: number } | { readonly isKnown: false; readonly atMost: number };

/**
 * Counts the accelerators as the frontend does at start: what it detects, limited by `number_of_gpu`.
 *
 * Imitates frontend/server/src/main/java/org/pytorch/serve/util/ConfigManager.java: the constructor and getAvailableGpu
 * (0.12.0), and device/ (master).
 * Not imitated: `TS_NUMBER_OF_GPU` with `enable_envvars_config=true`, which sets the number past the detected one, because
 * a host profile has no environment variables; a CUDA_VISIBLE_DEVICES of UUIDs, which stops the server; macOS.
 *
 * @throws RangeError when `host.gpus` is no number of GPUs (0 … 1024): the caller's mistake, not the user's.
 */
export function countGpus(host: HostProfile): GpuCount {
  const detected = countDetected(host);
  const limit = host.configProperties?.numberOfGpu;
  if (detected !== 'unknown') {
    return { isKnown: true, count: limit === undefined ? detected : Math.min(detected, limit) };
  }
  if (limit === undefined) return { isKnown: false, atMost: mostGpusOfAHost };
  return limit <= 0
    ? { isKnown: true, count: limit }
    : { isKnown: false, atMost: Math.min(limit, mostGpusOfAHost) };
}

/** Whether the frontend counts at least one GPU; an unknown number is assumed to be at least one. */
export function hasGpus(gpus: GpuCount): boolean {
  return !gpus.isKnown || gpus.count > 0;
}

function countDetected(host: HostProfile): number | 'unknown' {
  const { gpus, parentVisibleDevices } = host;
  if (gpus !== 'unknown' && !(Number.isInteger(gpus) && gpus >= 0 && gpus <= mostGpusOfAHost)) {
    throw new RangeError(`A host has 0 to ${mostGpusOfAHost} GPUs, not ${gpus}.`);
  }
  if (parentVisibleDevices === undefined || parentVisibleDevices.length === 0) return gpus;
  if (
    behavioursOf(host.torchserveVersion).parentVisibleDevices === 'replace-detection' ||
    gpus === 'unknown'
  ) {
    return parentVisibleDevices.length;
  }
  return new Set(parentVisibleDevices.filter((id) => id >= 0 && id < gpus)).size;
}
