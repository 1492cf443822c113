import { torchserve } from '@topodiff/schema';
import { hasGpus } from './count-gpus.ts';
import type { DeviceType, FrontendSettings } from './effective-config.ts';
import { settle, settleAs } from './make-setting.ts';
import type { Outcome } from './make-setting.ts';
import type { ResolveContext } from './resolve-context.ts';
import type { Setting } from './setting.ts';

/**
 * The device and the pool of GPUs. The device is `gpu` wherever the host has one, unless the file says `cpu`; one id
 * outside the host's GPUs drops the whole list. On a host whose GPUs are unknown it is assumed that it has enough.
 *
 * Imitates frontend/server/src/main/java/org/pytorch/serve/wlm/Model.java (constructor, 106-125).
 */
export function resolveDeviceSettings(
  context: ResolveContext,
): Pick<FrontendSettings, 'deviceType' | 'deviceIds'> {
  const deviceType = resolveDeviceType(context);
  return { deviceType, deviceIds: resolveDeviceIds(context, deviceType.value) };
}

function resolveDeviceType({ configured, gpus, behaviours }: ResolveContext): Setting<DeviceType> {
  const field = configured.deviceType;
  const upstream = torchserve('wlm/Model.java', 'deviceType', '106-112');
  const byHost: Outcome<DeviceType> = {
    value: hasGpus(gpus) ? 'GPU' : 'CPU',
    isAssumed: !gpus.isKnown,
  };
  if (field.configured === 'NONE') return settleAs(field, byHost, upstream);
  if (field.configured === 'CPU') {
    return behaviours.honoursDeviceTypeCpu || byHost.value === 'CPU'
      ? settle(field, upstream)
      : settleAs(field, { ...byHost, origin: 'overridden', cause: 'no-effect' }, upstream);
  }
  return byHost.value === 'GPU'
    ? settleAs(field, byHost, upstream)
    : settleAs(field, { value: 'CPU', origin: 'overridden', cause: 'no-accelerator' }, upstream);
}

function resolveDeviceIds(
  { configured, gpus }: ResolveContext,
  deviceType: DeviceType,
): Setting<readonly number[] | null> {
  const field = configured.deviceIds;
  const upstream = torchserve('wlm/Model.java', 'deviceIds', '114-125');
  const ids = field.configured;
  if (ids === null || ids.length === 0) return settle(field, upstream);
  const limit = gpus.isKnown ? gpus.count : gpus.atMost;
  if (ids.some((id) => id < 0 || id >= limit)) {
    return settleAs(field, { value: null, origin: 'ignored', cause: 'out-of-range-device' }, upstream);
  }
  const isAssumed = !gpus.isKnown;
  return deviceType === 'CPU'
    ? settleAs(field, { value: ids, origin: 'overridden', cause: 'device-is-cpu', isAssumed }, upstream)
    : settleAs(field, { value: ids, isAssumed }, upstream);
}
