import { torchserve, valueAt } from '@topodiff/schema';
import { handlerRoot } from '../../handler-root.ts';
import { defineRule } from '../../rule.ts';

export const vllmAdaptersWithoutLora = defineRule({
  id: 'vllm-adapters-without-lora',
  description: 'Require enable_lora for adapters of vLLM',
  rationale:
    'vLLM only takes adapters when it was started with enable_lora. Requests that name one are expected to fail otherwise; nobody was seen to try.',
  area: 'framework',
  severity: 'warning',
  presets: ['recommended', 'strict'],
  needs: 'effective-config',
  versions: { since: '0.11.1' },
  evidence: ['unverified'],
  upstream: [torchserve('ts/torch_handler/vllm_handler.py', 'initialize: adapters')],
  messages: { disabled: 'handler.adapters names adapters, but vllm_engine_config has no enable_lora: true.' },
  suggestions: { disabled: 'Set enable_lora: true in vllm_engine_config.' },
  check: ({ effective }) => {
    const root = handlerRoot(effective);
    const adapters = valueAt(root, ['handler', 'adapters']);
    const engine = valueAt(root, ['handler', 'vllm_engine_config']);
    const lora = valueAt(engine, ['enable_lora']);
    if (engine?.kind !== 'map' || adapters?.kind !== 'map' || adapters.entries.length === 0) return [];
    if (lora?.kind === 'boolean' && lora.value) return [];
    return [{ messageId: 'disabled' as const, at: ['handler', 'adapters'], target: 'key' as const }];
  },
});
