import { modelsJsonNumbers, torchserve } from '@topodiff/schema';
import type { EffectiveConfig, Setting } from '@topodiff/topology';
import { restoresSnapshot } from '../../restored-snapshot.ts';
import { defineRule } from '../../rule.ts';
import { declaredInteger } from '../../settings.ts';
import { workerPair } from '../../worker-pair.ts';

export const modelsJsonConflict = defineRule({
  id: 'models-json-conflict',
  description: 'Disallow values that contradict the models property of config.properties',
  rationale:
    'The models property of config.properties holds settings of single models. They only fill what the file of the model leaves open: where both set a key, TorchServe uses the file and does not mention the property.',
  area: 'file',
  severity: 'warning',
  presets: ['recommended', 'strict'],
  needs: 'effective-config',
  inputs: ['host', 'config.properties'],
  evidence: ['observed'],
  upstream: [
    torchserve('wlm/ModelManager.java', 'createModel: the file comes before the JSON', '401-479'),
    torchserve('ModelServer.java', 'initModelStore: so do the numbers of workers', '279-303'),
  ],
  upstreamIssues: [2365],
  messages: {
    fileWins:
      '{key} is {here} in this file and {there} in the models property of config.properties: TorchServe goes by the file.',
  },
  suggestions: { fileWins: 'Keep {key} in one place: here, or in config.properties.' },
  check: ({ effective }) => {
    const json = effective.modelProperties;
    if (json === null || restoresSnapshot(effective)) return [];
    return modelsJsonNumbers.flatMap((key) => {
      const setting = effective.settings[key];
      const there = json[key] ?? 0;
      const here = setting.configured;
      // Of a timeout that the file leaves out, `timeout-shadows-server-default` speaks.
      if (there <= 0 || there === here || !winsOverJson(setting, effective)) return [];
      return [{ messageId: 'fileWins', at: setting.path, params: { key, here, there } }];
    });
  },
});

/** The file sets the key, TorchServe takes it, and it has an effect: worker counts as a pair, a delay from 1 up. */
function winsOverJson(setting: Setting<number>, effective: EffectiveConfig): boolean {
  const { minWorkers, maxWorkers } = effective.settings;
  if (declaredInteger(setting) === null || setting.configured < 1) return false;
  if (setting === minWorkers || setting === maxWorkers) return workerPair(effective) !== null;
  return setting.origin !== 'ignored' && setting.cause !== 'no-effect';
}
