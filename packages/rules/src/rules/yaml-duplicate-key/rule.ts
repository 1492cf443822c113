import { formatConfigPath, torchserve } from '@topodiff/schema';
import { defineRule } from '../../rule.ts';

export const yamlDuplicateKey = defineRule({
  id: 'yaml-duplicate-key',
  description: 'Disallow the same key twice in one map',
  rationale:
    'Both YAML readers take the last value without a word. For the frontend the key also moves to its last position, which decides between `torchrun` and `parallelLevel`.',
  area: 'file',
  severity: 'error',
  presets: ['recommended', 'strict'],
  needs: 'document',
  evidence: ['parser-observed'],
  upstream: [
    torchserve('archive/utils/ArchiveUtils.java', 'readYamlFile: SnakeYAML with its defaults', '62-73'),
    torchserve('archive/model/ModelConfig.java', 'build: assigns in the order of the map', '92'),
  ],
  messages: {
    overwritten: '{key} is written again further down and the last one wins, so this value is lost.',
  },
  suggestions: { overwritten: 'Keep one of them.' },
  check: ({ document }) =>
    document.duplicateKeys.flatMap(({ path, keyRanges }) =>
      keyRanges.slice(0, -1).map((range) => ({
        messageId: 'overwritten' as const,
        at: path,
        range,
        params: { key: formatConfigPath(path) },
      })),
    ),
});
