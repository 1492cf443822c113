import { torchserve } from '@topodiff/schema';
import { defineRule } from '../../rule.ts';

export const yamlEmptyConfig = defineRule({
  id: 'yaml-empty-config',
  description: 'Disallow a file without any key',
  rationale:
    'Reading an empty document throws a NullPointerException that nothing catches. At startup the whole TorchServe process exits with code 1, all other models included; the register API answers HTTP 500.',
  area: 'file',
  severity: 'error',
  presets: ['recommended', 'strict'],
  needs: 'document',
  evidence: ['observed'],
  upstream: [
    torchserve(
      'archive/model/ModelArchive.java',
      'getModelConfig: the parsed map is used without a check',
      '227',
    ),
    torchserve('archive/model/ModelConfig.java', 'build: iterates over the map', '92'),
    torchserve('ModelServer.java', 'main: an unchecked exception ends the process', '113-117'),
  ],
  messages: {
    empty:
      'The file holds no configuration: TorchServe exits at startup with all its models, and the register API answers 500.',
  },
  suggestions: {
    empty: 'Write at least one key, for example handler: {}, or build the archive without --config-file.',
  },
  check: ({ document: { frontend } }) =>
    frontend.outcome === 'loaded' && (frontend.root === null || frontend.root.kind === 'null')
      ? [{ messageId: 'empty', at: [] }]
      : [],
});
