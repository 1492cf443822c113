import { torchserve } from '@topodiff/schema';
import { problemsOf } from '../../problem-findings.ts';
import { defineRule } from '../../rule.ts';
import { writtenAt } from '../../written-value.ts';

export const yamlUnsupportedTag = defineRule({
  id: 'yaml-unsupported-tag',
  description: 'Disallow tags that the YAML readers do not know',
  rationale:
    'Both readers accept only the standard tags (`!!int`, `!!str` …) and reject a file with any other. TorchServe 0.8.0 and 0.8.1 are worse: a Java tag makes them create an object of the named class, so a configuration can run code.',
  area: 'file',
  severity: 'error',
  presets: ['recommended', 'strict'],
  needs: 'document',
  evidence: ['parser-observed'],
  upstream: [
    torchserve('archive/utils/ArchiveUtils.java', 'readYamlFile: SnakeYAML with its defaults', '62-73'),
    torchserve('ts/service.py', 'the worker loads with the safe loader', '34-53'),
  ],
  messages: {
    tag: 'The tag {tag} is unknown, and TorchServe rejects the whole file: it registers the model with default settings, and no worker ever loads.',
  },
  suggestions: { tag: 'Remove the tag.' },
  check: ({ document }) =>
    problemsOf('yaml-unsupported-tag', document).map(({ range }) => ({
      messageId: 'tag' as const,
      at: [],
      range,
      // The range may hold the value too.
      params: { tag: writtenAt(document, range).replace(/[\s[{].*$/, '') },
    })),
});
