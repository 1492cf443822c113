import { torchserve, valueAt } from '@topodiff/schema';
import { handlerRoot } from '../../handler-root.ts';
import { defineRule } from '../../rule.ts';

export const pt2ExportNeedsSo = defineRule({
  id: 'pt2-export-needs-so',
  description: 'Require an exported library for pt2.export, and the reverse',
  rationale:
    'Only a serialized file that ends in .so is loaded as an exported model, and only with aot_compile. Otherwise the section does nothing, or the model has no weights.',
  area: 'handler',
  severity: 'warning',
  presets: ['recommended', 'strict'],
  needs: 'archive',
  versions: { since: '0.10.0' },
  evidence: ['source'],
  upstream: [torchserve('ts/torch_handler/base_handler.py', 'initialize: the exported model', '208-223')],
  messages: {
    notExported:
      'pt2.export.aot_compile needs a serialized file that ends in .so; the archive has {file}: the section does nothing.',
    notEnabled: 'The archive has {file}, but pt2.export.aot_compile is not true: the model fails to load.',
  },
  suggestions: {
    notExported: 'Remove the section, or put the exported library into the archive.',
    notEnabled: 'Set pt2.export.aot_compile: true.',
  },
  check: ({ effective, archive: { manifest } }) => {
    const at = ['pt2', 'export', 'aot_compile'];
    const value = valueAt(handlerRoot(effective), at);
    const isEnabled = value?.kind === 'boolean' && value.value;
    const file = manifest.serializedFile ?? 'none';
    if (isEnabled === file.endsWith('.so')) return [];
    return isEnabled
      ? [{ messageId: 'notExported' as const, at, params: { file } }]
      : [{ messageId: 'notEnabled' as const, at: value === undefined ? [] : at, params: { file } }];
  },
});
