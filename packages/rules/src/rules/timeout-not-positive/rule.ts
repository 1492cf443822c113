import { torchserve } from '@topodiff/schema';
import { defineRule } from '../../rule.ts';
import { declaredInteger, shownValue } from '../../settings.ts';

export const timeoutNotPositive = defineRule({
  id: 'timeout-not-positive',
  description: 'Require positive response and startup timeouts',
  rationale:
    'There is no value that switches these timeouts off: TorchServe logs a warning for zero and below and keeps its default of 120 seconds.',
  area: 'timeouts',
  severity: 'error',
  presets: ['recommended', 'strict'],
  needs: 'effective-config',
  evidence: ['parser-observed'],
  upstream: [
    torchserve('archive/model/ModelConfig.java', 'setResponseTimeout', '326-332'),
    torchserve('archive/model/ModelConfig.java', 'setStartupTimeout', '338-344'),
  ],
  messages: {
    notPositive: '{key} is {written} s: TorchServe ignores it and uses {value} s.',
  },
  suggestions: { notPositive: 'Write the longest time in seconds that it may take.' },
  check: ({ effective: { settings } }) =>
    [settings.responseTimeout, settings.startupTimeout].flatMap((setting) => {
      const written = declaredInteger(setting);
      if (written === null || written > 0) return [];
      const params = { key: setting.key, written, value: shownValue(setting) };
      return [{ messageId: 'notPositive' as const, at: setting.path, params }];
    }),
});
