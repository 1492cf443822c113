import { torchserve } from '@topodiff/schema';
import { problemsOf } from '../../problem-findings.ts';
import { defineRule } from '../../rule.ts';
import { writtenAt } from '../../written-value.ts';

export const yamlSyntaxError = defineRule({
  id: 'yaml-syntax-error',
  description: 'Require the file to be YAML 1.1',
  rationale:
    'The frontend logs the error, drops the whole file and registers the model with default settings; every Python worker fails on the same file and is restarted until maxRetryTimeoutInSec is over. During that time /ping still answers 200.',
  area: 'file',
  severity: 'error',
  presets: ['recommended', 'strict'],
  needs: 'document',
  evidence: ['observed'],
  upstream: [
    torchserve(
      'archive/model/ModelArchive.java',
      'getModelConfig: a file that does not parse counts as no file',
      '222-238',
    ),
    torchserve('ts/service.py', 'the worker reads the file again', '34-53'),
  ],
  messages: {
    syntax:
      'TorchServe cannot read this file: it registers the model with default settings, and no worker ever loads. {problem}',
    undefinedAlias:
      'The alias {alias} has no anchor before it, so TorchServe cannot read this file: it registers the model with default settings, and no worker ever loads.',
  },
  suggestions: {
    syntax: 'Correct the YAML at this place.',
    undefinedAlias: 'Define the anchor above this line, or write the value out.',
  },
  check: ({ document }) =>
    problemsOf('yaml-syntax-error', document).map((problem) =>
      problem.code === 'undefined-alias'
        ? {
            messageId: 'undefinedAlias',
            at: [],
            range: problem.range,
            params: { alias: writtenAt(document, problem.range) },
          }
        : { messageId: 'syntax', at: [], range: problem.range, params: { problem: problem.message } },
    ),
});
