import { entryOf, torchserve } from '@topodiff/schema';
import { handlerRoot } from '../../handler-root.ts';
import { missingKeys } from '../../missing-keys.ts';
import { defineRule } from '../../rule.ts';

export const daliMissingKey = defineRule({
  id: 'dali-missing-key',
  description: 'Require the four keys of the dali section',
  rationale:
    'The DALI handler takes batch_size, num_threads, device_id and seed out of the section without defaults: a missing one is a KeyError while the model loads.',
  area: 'handler',
  severity: 'error',
  presets: ['recommended', 'strict'],
  needs: 'effective-config',
  versions: { since: '0.9.0' },
  evidence: ['source'],
  upstream: [torchserve('ts/handler_utils/preprocess/dali.py', 'the keys of the section', '10-14')],
  messages: { missing: 'The dali section lacks {keys}: the model fails to load.' },
  suggestions: { missing: 'Add {keys}.' },
  check: ({ effective }) => {
    const dali = entryOf(handlerRoot(effective), 'dali');
    if (dali?.kind !== 'map') return [];
    const keys = missingKeys(dali, ['batch_size', 'num_threads', 'device_id', 'seed']);
    return keys === null
      ? []
      : [{ messageId: 'missing' as const, at: ['dali'], target: 'key' as const, params: { keys } }];
  },
});
