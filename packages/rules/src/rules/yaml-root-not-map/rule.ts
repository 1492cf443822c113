import { torchserve } from '@topodiff/schema';
import { defineRule } from '../../rule.ts';
import { writtenValue } from '../../written-value.ts';

export const yamlRootNotMap = defineRule({
  id: 'yaml-root-not-map',
  description: 'Require the file to be a map of keys',
  rationale:
    'The frontend casts the document to a map. A list or a single value throws a ClassCastException that nothing catches: at startup the whole TorchServe process exits with code 1, all other models included; the register API answers HTTP 500.',
  area: 'file',
  severity: 'error',
  presets: ['recommended', 'strict'],
  needs: 'document',
  evidence: ['observed'],
  upstream: [
    torchserve('archive/utils/ArchiveUtils.java', 'readYamlFile: casts the document to a map', '62-73'),
    torchserve('ModelServer.java', 'main: an unchecked exception ends the process', '113-117'),
  ],
  messages: {
    list: 'The file is a list, not a map of keys: TorchServe exits at startup with all its models, and the register API answers 500.',
    scalar:
      'The file is the single value {written}, not a map of keys: TorchServe exits at startup with all its models, and the register API answers 500.',
  },
  suggestions: {
    list: 'Remove the dashes in front of the keys.',
    scalar: 'Write key: value, with a space after the colon.',
  },
  check: ({ document: { frontend } }) => {
    if (frontend.outcome !== 'loaded' || frontend.root === null) return [];
    const { root } = frontend;
    if (root.kind === 'map' || root.kind === 'null') return [];
    if (root.kind === 'list') return [{ messageId: 'list', at: [], range: root.range }];
    return [{ messageId: 'scalar', at: [], range: root.range, params: { written: writtenValue(root) } }];
  },
});
