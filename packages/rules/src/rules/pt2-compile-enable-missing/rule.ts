import { entryOf, torchserve, valueAt } from '@topodiff/schema';
import { handlerRoot } from '../../handler-root.ts';
import { defineRule } from '../../rule.ts';

export const pt2CompileEnableMissing = defineRule({
  id: 'pt2-compile-enable-missing',
  description: 'Require enable in pt2.compile',
  rationale:
    'BaseHandler takes enable out of the section without asking whether it is there: without it the model fails to load.',
  area: 'handler',
  severity: 'error',
  presets: ['recommended', 'strict'],
  needs: 'effective-config',
  versions: { since: '0.11.1' },
  evidence: ['source', 'documentation'],
  upstream: [torchserve('ts/torch_handler/base_handler.py', 'initialize: pt2.compile', '228-230')],
  upstreamIssues: [3164],
  messages: {
    missing: 'pt2.compile has no enable: the model fails to load with a KeyError.',
    empty: 'pt2.compile is empty: the model fails to load with a TypeError.',
  },
  suggestions: { missing: 'Add enable: true.', empty: 'Write enable: true below it, or remove it.' },
  check: ({ effective }) => {
    const at = ['pt2', 'compile'];
    const compile = valueAt(handlerRoot(effective), at);
    const place = { at, target: 'key' as const };
    if (compile?.kind === 'null') return [{ messageId: 'empty' as const, ...place }];
    if (compile?.kind !== 'map' || entryOf(compile, 'enable') !== undefined) return [];
    return [{ messageId: 'missing' as const, ...place }];
  },
});
