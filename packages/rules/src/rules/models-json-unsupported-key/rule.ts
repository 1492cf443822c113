import type { ModelProperties } from '@topodiff/schema';
import { fieldOf, isAtLeast, torchserve, valueAt } from '@topodiff/schema';
import { defineRule } from '../../rule.ts';

export const modelsJsonUnsupportedKey = defineRule({
  id: 'models-json-unsupported-key',
  description: 'Disallow keys in the models property that TorchServe reads only from the file',
  rationale:
    'Of the models property of config.properties TorchServe asks for the numbers of workers, the batch size and delay, the timeouts and runtimeType. Any other key of a model-config.yaml can be written there, and is dropped without a word.',
  area: 'file',
  severity: 'error',
  presets: ['recommended', 'strict'],
  needs: 'effective-config',
  inputs: ['config.properties'],
  evidence: ['source'],
  upstream: [torchserve('util/ConfigManager.java', 'getJsonIntValue: its callers name the keys', '1032')],
  upstreamIssues: [3393],
  messages: {
    missing:
      '{key} is set for {model} in the models property of config.properties, where TorchServe does not read it, and not in this file.',
    beside:
      '{key} is set for {model} in the models property of config.properties too, where TorchServe does not read it: only this file counts.',
  },
  suggestions: {
    missing: 'Move {key} from config.properties into this file.',
    beside: 'Remove {key} from the models property.',
  },
  check: ({ document, effective, host }) => {
    const json = effective.modelProperties;
    if (json === null || document.frontend.outcome !== 'loaded') return [];
    const { root } = document.frontend;
    return unsupportedKeys(json)
      .filter((key) => isAtLeast(host.torchserveVersion, fieldOf('top-level', key)?.since ?? 'master'))
      .map((key) => ({
        messageId: valueAt(root, [key]) === undefined ? 'missing' : 'beside',
        at: [key],
        params: { key, model: json.modelName },
      }));
  },
});

/** Real keys of a model-config.yaml that nobody asks the JSON for; parallelLevel has a meaning in snapshots only. */
function unsupportedKeys({ unknownKeys }: ModelProperties): readonly string[] {
  return unknownKeys.filter((key) => fieldOf('top-level', key) !== undefined);
}
