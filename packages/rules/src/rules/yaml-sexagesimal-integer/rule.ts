import { torchserve } from '@topodiff/schema';
import { defineRule } from '../../rule.ts';

export const yamlSexagesimalInteger = defineRule({
  id: 'yaml-sexagesimal-integer',
  description: 'Disallow integers of base 60',
  rationale:
    'In YAML 1.1 digits with colons between them are a number of base 60, which was made for times: 1:30 is 90. As a duration in seconds that may be meant; as a port mapping, a ratio or a version it is not.',
  area: 'file',
  severity: 'warning',
  presets: ['recommended', 'strict'],
  needs: 'document',
  evidence: ['parser-observed'],
  upstream: [
    torchserve('archive/utils/ArchiveUtils.java', 'readYamlFile: SnakeYAML, which is YAML 1.1', '62-73'),
  ],
  messages: { base60: '{written} is read as a number of base 60: TorchServe takes {value}.' },
  suggestions: { base60: 'Write {value}, or put {written} in quotes if it is text.' },
  check: ({ document }) =>
    document.plainScalars.flatMap(({ isKey, source, frontend, path, range }) => {
      if (isKey || frontend.kind !== 'integer' || !source.includes(':')) return [];
      const params = { written: source, value: String(frontend.value) };
      return [{ messageId: 'base60' as const, at: path, range, params }];
    }),
});
