import type { ConfigPath } from '@topodiff/schema';
import type { HostProfile, Setting } from '@topodiff/topology';
import { countGpus } from '@topodiff/topology';
import { declaredValue, fitsInteger } from './settings.ts';

/** A GPU as the file names it. */
export interface DeclaredDevice {
  readonly id: number;
  readonly path: ConfigPath;
}

/** The GPUs of a well-formed `deviceIds`, in file order; empty when TorchServe ignores the list for its types. */
export function declaredDeviceIds(setting: Setting<unknown>): readonly DeclaredDevice[] {
  const declared = declaredValue(setting);
  if (declared?.kind !== 'list') return [];
  const devices: DeclaredDevice[] = [];
  for (const [index, item] of declared.items.entries()) {
    if (item.kind !== 'integer' || !fitsInteger(item)) return [];
    devices.push({ id: Number(item.value), path: [...setting.path, index] });
  }
  return devices;
}

/** GPUs that TorchServe counts on the host, or null when nobody said how many there are. */
export function knownGpuCount(host: HostProfile): number | null {
  const gpus = countGpus(host);
  return gpus.isKnown ? gpus.count : null;
}
