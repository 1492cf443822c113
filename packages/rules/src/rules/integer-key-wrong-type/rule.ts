import type { ConfigValue } from '@topodiff/schema';
import { torchserve } from '@topodiff/schema';
import type { Setting } from '@topodiff/topology';
import type { FindingDraft } from '../../rule.ts';
import { defineRule } from '../../rule.ts';
import { declaredValue, integerSettings, shownValue } from '../../settings.ts';
import { writtenValue } from '../../written-value.ts';

type MessageId = 'quoted' | 'text' | 'whole' | 'decimal' | 'boolean' | 'other';

export const integerKeyWrongType = defineRule({
  id: 'integer-key-wrong-type',
  description: 'Require integers where TorchServe wants integers',
  rationale:
    'TorchServe takes a number only when YAML reads an integer. For a quoted number, a number with a dot or an exponent, a boolean, a list or a map it logs one warning and keeps the value that it had; nothing fails.',
  area: 'file',
  severity: 'error',
  presets: ['recommended', 'strict'],
  needs: 'effective-config',
  fixable: true,
  evidence: ['parser-observed'],
  upstream: [torchserve('archive/model/ModelConfig.java', 'build: tests each value for Integer', '95-241')],
  messages: {
    quoted: '{key} is the text {written}, not an integer: TorchServe ignores it and uses {value}.',
    text: '{key} is the text {written}, not an integer: TorchServe ignores it and uses {value}.',
    whole: '{key} is the decimal number {written}, not an integer: TorchServe ignores it and uses {value}.',
    decimal: '{key} is the decimal number {written}, not an integer: TorchServe ignores it and uses {value}.',
    boolean: '{key} is the boolean {written}, not an integer: TorchServe ignores it and uses {value}.',
    other: '{key} is {written}, not an integer: TorchServe ignores it and uses {value}.',
  },
  suggestions: {
    quoted: 'Write {integer}, without quotes.',
    text: 'Write an integer in plain digits.',
    whole: 'Write {integer}.',
    decimal: 'Write an integer.',
    boolean: 'Write an integer.',
    other: 'Write an integer.',
  },
  check: ({ effective }) => integerSettings(effective.settings).flatMap(describeWrongType),
});

function describeWrongType(setting: Setting<unknown>): FindingDraft<MessageId>[] {
  const declared = declaredValue(setting);
  if (declared === undefined || declared.kind === 'integer' || declared.kind === 'null') return [];
  const params = { key: setting.key, written: writtenValue(declared), value: shownValue(setting) };
  const integer = integerMeantBy(declared);
  return [
    {
      messageId: messageOf(declared, integer),
      at: setting.path,
      target: 'value',
      params: integer === null ? params : { ...params, integer },
      ...(integer === null
        ? {}
        : { fix: [{ kind: 'replace-value' as const, at: setting.path, text: integer }] }),
    },
  ];
}

function messageOf(declared: ConfigValue, integer: string | null): MessageId {
  if (declared.kind === 'string') return integer === null ? 'text' : 'quoted';
  if (declared.kind === 'float') return integer === null ? 'decimal' : 'whole';
  return declared.kind === 'boolean' ? 'boolean' : 'other';
}

/** The integer that a quoted number or a number such as `4.0` stands for. */
function integerMeantBy(declared: ConfigValue): string | null {
  if (declared.kind === 'float' && Number.isSafeInteger(declared.value)) return String(declared.value);
  if (declared.kind === 'string' && /^[-+]?(?:0|[1-9]\d{0,9})$/.test(declared.value)) return declared.value;
  return null;
}
