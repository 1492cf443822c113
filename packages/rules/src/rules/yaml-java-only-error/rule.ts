import { torchserve } from '@topodiff/schema';
import { problemsOf } from '../../problem-findings.ts';
import { defineRule } from '../../rule.ts';

export const yamlJavaOnlyError = defineRule({
  id: 'yaml-java-only-error',
  description: 'Disallow what only the Java frontend cannot read',
  rationale:
    'SnakeYAML has limits that PyYAML lacks: 50 aliases of collections, 50 levels of nesting, 3,145,728 characters. Beyond them the frontend logs an error and serves the model with default settings, while the handler still reads all of the file. Some values even crash the parser with an exception that nothing catches, and the server with it.',
  area: 'file',
  severity: 'error',
  presets: ['recommended', 'strict'],
  needs: 'document',
  evidence: ['parser-observed'],
  upstream: [
    torchserve('archive/utils/ArchiveUtils.java', 'readYamlFile: SnakeYAML with its default limits', '62-73'),
    torchserve(
      'archive/model/ModelArchive.java',
      'getModelConfig: a file that does not parse counts as no file',
      '222-238',
    ),
  ],
  messages: {
    dropped:
      'The frontend drops the whole file and serves the model with default settings, while the handler still reads it. {problem}',
    crash:
      'The YAML parser of the frontend crashes: TorchServe exits at startup with all its models, and the register API answers 500. {problem}',
  },
  suggestions: {
    dropped: 'Write aliases out, flatten the structure, or move large values into a file of their own.',
    crash: 'Write the value without a tag, or as text in quotes.',
  },
  check: ({ document }) =>
    problemsOf('yaml-java-only-error', document).map(({ code, range, message }) => ({
      messageId: code === 'parser-crash' ? ('crash' as const) : ('dropped' as const),
      at: [],
      range,
      params: { problem: message },
    })),
});
