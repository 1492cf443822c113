import { entryOf, torchserve } from '@topodiff/schema';
import { handlerRoot } from '../../handler-root.ts';
import { defineRule } from '../../rule.ts';

export const pt2LegacyFormat = defineRule({
  id: 'pt2-legacy-format',
  description: 'Require pt2.compile instead of the old forms of pt2',
  rationale:
    'Since 0.11.1 the options of torch.compile stand in pt2.compile, beside enable. The older forms still work, with a warning that they go away.',
  area: 'handler',
  severity: 'warning',
  presets: ['recommended', 'strict'],
  needs: 'effective-config',
  versions: { since: '0.11.1' },
  fixable: true,
  evidence: ['source', 'documentation'],
  upstream: [torchserve('ts/torch_handler/base_handler.py', 'initialize: the legacy forms', '250-262')],
  upstreamIssues: [3164],
  messages: {
    string: 'pt2: {backend} is the old form, which TorchServe warns about.',
    map: 'pt2 without compile or export is the old form, which TorchServe warns about.',
  },
  suggestions: {
    string: 'Write pt2: {compile: {enable: true, backend: {backend}}}.',
    map: 'Put the options into pt2.compile, with enable: true.',
  },
  check: ({ effective }) => {
    const pt2 = entryOf(handlerRoot(effective), 'pt2');
    const at = ['pt2'];
    if (pt2?.kind === 'string') {
      const text = `{compile: {enable: true, backend: ${pt2.source.trim()}}}`;
      const fix = [{ kind: 'replace-value' as const, at, text }];
      return [{ messageId: 'string' as const, at, params: { backend: pt2.value }, fix }];
    }
    if (pt2?.kind !== 'map' || pt2.entries.length === 0) return [];
    if (entryOf(pt2, 'compile') !== undefined || entryOf(pt2, 'export') !== undefined) return [];
    const isOneLine = pt2.source.startsWith('{') && !/[\r\n#]/.test(pt2.source);
    const text = `{compile: {enable: true, ${pt2.source.slice(1, -1).trim()}}}`;
    const fix = [{ kind: 'replace-value' as const, at, text }];
    return [{ messageId: 'map' as const, at, target: 'key' as const, ...(isOneLine ? { fix } : {}) }];
  },
});
