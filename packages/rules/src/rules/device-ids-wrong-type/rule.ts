import type { ConfigPath, ConfigValue } from '@topodiff/schema';
import { torchserve } from '@topodiff/schema';
import type { FixEdit } from '../../fix/fix-edit.ts';
import { defineRule } from '../../rule.ts';
import { declaredValue, fitsInteger } from '../../settings.ts';
import { writtenValue } from '../../written-value.ts';

export const deviceIdsWrongType = defineRule({
  id: 'device-ids-wrong-type',
  description: 'Require deviceIds to be a list of integers',
  rationale:
    'TorchServe logs a warning and ignores the whole list when it is no list or when one element is no integer. The model then uses all GPUs of the host, if it does not run on the CPU.',
  area: 'devices',
  severity: 'error',
  presets: ['recommended', 'strict'],
  needs: 'effective-config',
  fixable: true,
  evidence: ['parser-observed'],
  upstream: [
    torchserve('archive/model/ModelConfig.java', 'build: deviceIds must be a list', '159-165'),
    torchserve('archive/model/ModelConfig.java', 'setDeviceIds: one wrong element drops the list', '350-361'),
  ],
  messages: {
    notList: 'deviceIds is {written}, not a list: TorchServe ignores it and uses all GPUs.',
    element:
      'deviceIds holds {written}, which is not an integer: TorchServe ignores the whole list and uses all GPUs.',
    notListOnCpu: 'deviceIds is {written}, not a list: TorchServe ignores it, and the model runs on the CPU.',
    elementOnCpu:
      'deviceIds holds {written}, which is not an integer: TorchServe ignores the whole list, and the model runs on the CPU.',
  },
  suggestions: {
    notList: 'Write a list of integers, for example [0, 1].',
    element: 'Write every GPU as an integer without quotes.',
    notListOnCpu: 'Write a list of integers, for example [0, 1], or remove it.',
    elementOnCpu: 'Write every GPU as an integer without quotes, or remove the list.',
  },
  check: ({ effective: { settings } }) => {
    const { path } = settings.deviceIds;
    const isOnCpu = settings.deviceType.value === 'CPU';
    const declared = declaredValue(settings.deviceIds);
    if (declared === undefined || declared.kind === 'null') return [];
    if (declared.kind !== 'list') {
      const params = { written: writtenValue(declared) };
      const fix = listMeantBy(declared, path);
      const messageId = isOnCpu ? 'notListOnCpu' : 'notList';
      return [{ messageId, at: path, target: 'value', params, ...(fix === null ? {} : { fix }) }];
    }
    return declared.items.flatMap((item, index) => {
      if (item.kind === 'integer' && fitsInteger(item)) return [];
      const params = { written: writtenValue(item) };
      const at = [...path, index];
      const text = item.kind === 'string' && /^\d{1,4}$/.test(item.value) ? String(Number(item.value)) : null;
      const fix = text === null ? null : [{ kind: 'replace-value' as const, at, text }];
      return [
        {
          messageId: isOnCpu ? ('elementOnCpu' as const) : ('element' as const),
          at,
          target: 'value' as const,
          params,
          ...(fix === null ? {} : { fix }),
        },
      ];
    });
  },
});

/** `"0,1"` is `[0, 1]`. */
function listMeantBy(declared: ConfigValue, at: ConfigPath): FixEdit[] | null {
  if (declared.kind !== 'string' || !/^\s*\d{1,4}(?:\s*,\s*\d{1,4})*\s*$/.test(declared.value)) return null;
  const ids = declared.value.split(',').map((id) => Number(id.trim()));
  return [{ kind: 'replace-value', at, text: `[${ids.join(', ')}]` }];
}
