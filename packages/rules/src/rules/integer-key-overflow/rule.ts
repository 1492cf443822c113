import { torchserve } from '@topodiff/schema';
import { defineRule } from '../../rule.ts';
import { declaredValue, fitsInteger, integerSettings, shownValue } from '../../settings.ts';
import { writtenValue } from '../../written-value.ts';

export const integerKeyOverflow = defineRule({
  id: 'integer-key-overflow',
  description: 'Disallow integers that do not fit into 32 bits',
  rationale:
    'YAML reads an integer outside -2147483648 … 2147483647 as a longer type, which TorchServe does not take: it logs one warning and keeps the value that it had.',
  area: 'file',
  severity: 'error',
  presets: ['recommended', 'strict'],
  needs: 'effective-config',
  evidence: ['parser-observed'],
  upstream: [torchserve('archive/model/ModelConfig.java', 'build: tests each value for Integer', '95-241')],
  messages: {
    overflow: '{key} is {written}, which does not fit into 32 bits: TorchServe ignores it and uses {value}.',
    zeros:
      '{key} is {written}, whose many leading zeros make it a longer type than an integer: TorchServe ignores it and uses {value}.',
  },
  suggestions: { overflow: 'Write at most 2147483647.', zeros: 'Write the number without leading zeros.' },
  check: ({ effective }) =>
    integerSettings(effective.settings).flatMap((setting) => {
      const declared = declaredValue(setting);
      if (declared?.kind !== 'integer' || fitsInteger(declared)) return [];
      const params = { key: setting.key, written: writtenValue(declared), value: shownValue(setting) };
      const isInRange = declared.value === BigInt.asIntN(32, declared.value);
      return [
        { messageId: isInRange ? ('zeros' as const) : ('overflow' as const), at: setting.path, params },
      ];
    }),
});
