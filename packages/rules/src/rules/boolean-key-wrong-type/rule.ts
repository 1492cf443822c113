import type { ConfigValue } from '@topodiff/schema';
import { torchserve } from '@topodiff/schema';
import type { Setting } from '@topodiff/topology';
import type { FindingDraft } from '../../rule.ts';
import { defineRule } from '../../rule.ts';
import { allSettings, declaredValue } from '../../settings.ts';
import { writtenValue } from '../../written-value.ts';

type MessageId = 'quoted' | 'text' | 'other';

export const booleanKeyWrongType = defineRule({
  id: 'boolean-key-wrong-type',
  description: 'Require booleans where TorchServe wants booleans',
  rationale:
    'TorchServe takes a flag only when YAML 1.1 reads a boolean (true, false, yes, no, on, off). For `"true"`, `1` or `y` it logs one warning and leaves the flag off; nothing fails.',
  area: 'file',
  severity: 'error',
  presets: ['recommended', 'strict'],
  needs: 'effective-config',
  fixable: true,
  evidence: ['parser-observed'],
  upstream: [torchserve('archive/model/ModelConfig.java', 'build: tests each flag for Boolean', '200-274')],
  messages: {
    quoted: '{key} is the text {written}, not a boolean: TorchServe ignores it and leaves the flag off.',
    text: '{key} is the text {written}, not a boolean: TorchServe ignores it and leaves the flag off.',
    other: '{key} is {written}, not a boolean: TorchServe ignores it and leaves the flag off.',
  },
  suggestions: {
    quoted: 'Write {boolean}, without quotes.',
    text: 'Write true or false.',
    other: 'Write true or false.',
  },
  check: ({ effective }) =>
    allSettings(effective.settings)
      .filter((setting) => typeof setting.configured === 'boolean')
      .flatMap(describeWrongType),
});

function describeWrongType(setting: Setting<unknown>): FindingDraft<MessageId>[] {
  const declared = declaredValue(setting);
  if (declared === undefined || declared.kind === 'boolean' || declared.kind === 'null') return [];
  const params = { key: setting.key, written: writtenValue(declared) };
  const boolean = booleanMeantBy(declared);
  return [
    {
      messageId: declared.kind !== 'string' ? 'other' : boolean === null ? 'text' : 'quoted',
      at: setting.path,
      target: 'value',
      params: boolean === null ? params : { ...params, boolean },
      ...(boolean === null
        ? {}
        : { fix: [{ kind: 'replace-value' as const, at: setting.path, text: boolean }] }),
    },
  ];
}

function booleanMeantBy(declared: ConfigValue): string | null {
  if (declared.kind !== 'string') return null;
  return /^(?:true|false|yes|no|on|off)$/i.test(declared.value) ? declared.value.toLowerCase() : null;
}
