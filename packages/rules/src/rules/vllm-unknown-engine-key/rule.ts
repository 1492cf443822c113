import { torchserve, valueAt } from '@topodiff/schema';
import { handlerRoot } from '../../handler-root.ts';
import { findNearMiss } from '../../near-miss.ts';
import type { FindingDraft } from '../../rule.ts';
import { defineRule } from '../../rule.ts';
import { vllmEngineKeys } from '../../vllm-engine-keys.ts';

export const vllmUnknownEngineKey = defineRule({
  id: 'vllm-unknown-engine-key',
  description: 'Disallow engine keys that vLLM does not know',
  rationale:
    'The handler copies the keys that the engine’s arguments have, and skips every other without a word: a slip keeps vLLM’s default. The names are those of vLLM 0.6, from memory.',
  area: 'framework',
  severity: 'info',
  presets: ['recommended', 'strict'],
  needs: 'effective-config',
  versions: { since: '0.11.1' },
  evidence: ['source', 'unverified'],
  upstream: [torchserve('ts/torch_handler/vllm_handler.py', '_get_vllm_engine_config: hasattr', '184-188')],
  messages: {
    nearMiss:
      'vLLM 0.6 is not known to have {key}, which is then skipped without a word; {meant} may be meant.',
    unknown: 'vLLM 0.6 is not known to have {key}, which is then skipped without a word.',
  },
  suggestions: { nearMiss: 'Write {meant}.', unknown: 'Look it up in the engine arguments of your vLLM.' },
  whenNotToUse: 'When a newer vLLM is installed.',
  check: ({ effective }) => {
    const at = ['handler', 'vllm_engine_config'];
    const engine = valueAt(handlerRoot(effective), at);
    if (engine?.kind !== 'map') return [];
    return engine.entries.flatMap(({ key: name }): FindingDraft<'nearMiss' | 'unknown'>[] => {
      const key = name.kind === 'string' ? name.value : null;
      if (key === null || vllmEngineKeys.includes(key)) return [];
      const meant = findNearMiss(key, vllmEngineKeys)?.meant;
      const place = { at: [...at, key], target: 'key' as const };
      return meant === undefined
        ? [{ messageId: 'unknown' as const, ...place, params: { key } }]
        : [{ messageId: 'nearMiss' as const, ...place, params: { key, meant } }];
    });
  },
});
