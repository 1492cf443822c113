import { entryOf, torchserve, valueAt } from '@topodiff/schema';
import { handlerRoot } from '../../handler-root.ts';
import { defineRule } from '../../rule.ts';

export const pippyIndexFileName = defineRule({
  id: 'pippy-index-file-name',
  description: 'Require index_filename, not index_file_name, for PiPPy',
  rationale: 'The README of the PiPPy example writes index_file_name; the handler reads index_filename.',
  area: 'framework',
  severity: 'warning',
  presets: ['recommended', 'strict'],
  needs: 'effective-config',
  fixable: true,
  evidence: ['source'],
  upstream: [torchserve('ts/handler_utils/distributed/pt_pippy.py', 'load_model: index_filename', '82-85')],
  messages: { misspelt: 'The PiPPy handler reads index_filename: index_file_name has no effect.' },
  suggestions: { misspelt: 'Write index_filename.' },
  check: ({ effective }) => {
    const root = handlerRoot(effective);
    const at = ['handler', 'index_file_name'];
    if (entryOf(root, 'pippy')?.kind !== 'map' || valueAt(root, at) === undefined) return [];
    const fix = [{ kind: 'rename-key' as const, at, name: 'index_filename' }];
    return [{ messageId: 'misspelt' as const, at, target: 'key' as const, fix }];
  },
});
