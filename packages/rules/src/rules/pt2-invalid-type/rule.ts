import { entryOf, torchserve } from '@topodiff/schema';
import { handlerRoot } from '../../handler-root.ts';
import { defineRule } from '../../rule.ts';
import { writtenValue } from '../../written-value.ts';

export const pt2InvalidType = defineRule({
  id: 'pt2-invalid-type',
  description: 'Require a map or the name of a backend in pt2',
  rationale:
    'BaseHandler looks into pt2 or compares it with its list of backends; null, a number or a list makes it fail while the model loads.',
  area: 'handler',
  severity: 'error',
  presets: ['recommended', 'strict'],
  needs: 'effective-config',
  versions: { since: '0.10.0' },
  evidence: ['source'],
  upstream: [torchserve('ts/torch_handler/base_handler.py', 'initialize: pt2', '225-250')],
  messages: {
    empty: 'pt2 is empty: the model fails to load.',
    other: 'pt2 is {written}, neither a map nor the name of a backend: the model fails to load.',
  },
  suggestions: { empty: 'Remove it, or write pt2.compile.', other: 'Write a map with compile or export.' },
  check: ({ effective }) => {
    const pt2 = entryOf(handlerRoot(effective), 'pt2');
    const at = ['pt2'];
    if (pt2?.kind === 'null') return [{ messageId: 'empty' as const, at, target: 'key' as const }];
    if (pt2 === undefined || pt2.kind === 'map' || pt2.kind === 'string') return [];
    return [
      { messageId: 'other' as const, at, target: 'key' as const, params: { written: writtenValue(pt2) } },
    ];
  },
});
