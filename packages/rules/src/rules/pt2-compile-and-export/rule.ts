import { torchserve, valueAt } from '@topodiff/schema';
import { handlerRoot } from '../../handler-root.ts';
import { defineRule } from '../../rule.ts';

export const pt2CompileAndExport = defineRule({
  id: 'pt2-compile-and-export',
  description: 'Disallow pt2.compile beside pt2.export',
  rationale:
    'A model is either compiled when it loads or was exported before. BaseHandler takes compile when both are there.',
  area: 'handler',
  severity: 'warning',
  presets: ['recommended', 'strict'],
  needs: 'effective-config',
  versions: { since: '0.11.1' },
  evidence: ['source'],
  upstream: [torchserve('ts/torch_handler/base_handler.py', 'initialize: compile before export', '228-242')],
  messages: { both: 'pt2 has compile and export: TorchServe goes by compile.' },
  suggestions: { both: 'Remove one of the two.' },
  check: ({ effective }) => {
    const root = handlerRoot(effective);
    const at = ['pt2', 'export'];
    if (valueAt(root, ['pt2', 'compile']) === undefined || valueAt(root, at) === undefined) return [];
    return [{ messageId: 'both' as const, at, target: 'key' as const }];
  },
});
