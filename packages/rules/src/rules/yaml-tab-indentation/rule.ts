import { torchserve } from '@topodiff/schema';
import { problemsOf } from '../../problem-findings.ts';
import { defineRule } from '../../rule.ts';

export const yamlTabIndentation = defineRule({
  id: 'yaml-tab-indentation',
  description: 'Disallow tabs as indentation',
  rationale:
    'YAML does not allow tabs as indentation, and both readers reject the file. The frontend then registers the model with default settings, and no worker ever loads.',
  area: 'file',
  severity: 'error',
  presets: ['recommended', 'strict'],
  needs: 'document',
  evidence: ['parser-observed'],
  upstream: [
    torchserve(
      'archive/model/ModelArchive.java',
      'getModelConfig: a file that does not parse counts as no file',
      '222-238',
    ),
  ],
  messages: {
    tab: 'A tab indents this line, and TorchServe rejects the whole file: it registers the model with default settings, and no worker ever loads.',
  },
  suggestions: { tab: 'Indent with spaces.' },
  check: ({ document }) =>
    problemsOf('yaml-tab-indentation', document).map(({ range }) => ({
      messageId: 'tab' as const,
      at: [],
      range,
    })),
});
