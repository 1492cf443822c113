import { torchserve } from '@topodiff/schema';
import { defineRule } from '../../rule.ts';
import { allSettings, shownValue, writtenSetting } from '../../settings.ts';

export const keyExplicitNull = defineRule({
  id: 'key-explicit-null',
  description: 'Disallow keys of TorchServe without a value',
  rationale:
    'A key without a value, or with null or ~, is of the wrong type to TorchServe: it logs a warning and keeps what it had. The file looks as if something was set.',
  area: 'file',
  severity: 'warning',
  presets: ['recommended', 'strict'],
  needs: 'effective-config',
  evidence: ['parser-observed'],
  upstream: [torchserve('archive/model/ModelConfig.java', 'build: tests each value for its type', '95-276')],
  messages: { null: '{key} has no value: TorchServe ignores it and uses {value}.' },
  suggestions: { null: 'Give it a value, or remove the line.' },
  check: ({ effective: { settings } }) =>
    allSettings(settings)
      .filter(({ key, cause }) => cause !== 'not-in-version' && key !== 'torchrun.nproc-per-node')
      .filter((setting) => writtenSetting(setting)?.kind === 'null')
      .map((setting) => ({
        messageId: 'null' as const,
        at: setting.path,
        target: 'key' as const,
        params: { key: setting.key, value: shownValue(setting) },
      })),
});
