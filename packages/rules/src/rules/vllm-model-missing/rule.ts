import { entryOf, torchserve, valueAt } from '@topodiff/schema';
import { handlerRoot } from '../../handler-root.ts';
import { defineRule } from '../../rule.ts';

export const vllmModelMissing = defineRule({
  id: 'vllm-model-missing',
  description: 'Require a model for vLLM',
  rationale:
    'The handler takes vllm_engine_config.model, or else handler.model_path; with neither an assertion fails while it loads.',
  area: 'framework',
  severity: 'error',
  presets: ['recommended', 'strict'],
  needs: 'effective-config',
  versions: { since: '0.11.1' },
  evidence: ['source'],
  upstream: [torchserve('ts/torch_handler/vllm_handler.py', '_get_vllm_engine_config: the model', '163-172')],
  messages: {
    missing:
      'vllm_engine_config names no model, and there is no handler.model_path: the model fails to load.',
  },
  suggestions: { missing: 'Set vllm_engine_config.model or handler.model_path.' },
  check: ({ effective }) => {
    const root = handlerRoot(effective);
    const at = ['handler', 'vllm_engine_config'];
    const engine = valueAt(root, at);
    if (engine?.kind !== 'map' || entryOf(engine, 'model') !== undefined) return [];
    if (valueAt(root, ['handler', 'model_path']) !== undefined) return [];
    return [{ messageId: 'missing' as const, at, target: 'key' as const }];
  },
});
