import { torchserve } from '@topodiff/schema';
import { problemsOf } from '../../problem-findings.ts';
import { defineRule } from '../../rule.ts';

export const yamlMultipleDocuments = defineRule({
  id: 'yaml-multiple-documents',
  description: 'Disallow more than one YAML document in the file',
  rationale:
    'Both YAML readers expect a single document and reject the file. The frontend then registers the model with default settings, and no worker ever loads.',
  area: 'file',
  severity: 'error',
  presets: ['recommended', 'strict'],
  needs: 'document',
  evidence: ['parser-observed'],
  upstream: [
    torchserve('archive/utils/ArchiveUtils.java', 'readYamlFile: loads a single document', '62-73'),
    torchserve('ts/service.py', 'the worker loads a single document', '34-53'),
  ],
  messages: {
    second:
      'A second YAML document begins here, and TorchServe rejects the whole file: it registers the model with default settings, and no worker ever loads.',
  },
  suggestions: { second: 'Keep one document: remove the --- line and whatever belongs to the other one.' },
  check: ({ document }) =>
    problemsOf('yaml-multiple-documents', document).map(({ range }) => ({
      messageId: 'second' as const,
      at: [],
      range,
    })),
});
