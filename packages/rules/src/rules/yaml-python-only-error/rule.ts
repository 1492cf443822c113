import type { ModelConfigDocument, Problem } from '@topodiff/schema';
import { torchserve } from '@topodiff/schema';
import { problemsOf } from '../../problem-findings.ts';
import type { FixEdit } from '../../fix/fix-edit.ts';
import type { FindingDraft } from '../../rule.ts';
import { defineRule } from '../../rule.ts';

type MessageId = 'equalsSign' | 'unhashableKey' | 'invalidUtf8' | 'tabAfterValue' | 'other';

export const yamlPythonOnlyError = defineRule({
  id: 'yaml-python-only-error',
  description: 'Disallow what only the Python workers cannot read',
  rationale:
    'The Java frontend and each Python worker parse the file on their own. What only PyYAML rejects passes the frontend: the model is registered with the settings of the file, every worker dies while it reads the same file, and the frontend restarts it until maxRetryTimeoutInSec is over.',
  area: 'file',
  severity: 'error',
  presets: ['recommended', 'strict'],
  needs: 'document',
  fixable: true,
  evidence: ['parser-observed'],
  upstream: [torchserve('ts/service.py', 'the worker reads the file with PyYAML', '34-53')],
  messages: {
    equalsSign:
      'Python cannot read a plain equals sign: the frontend accepts the file and registers the model, but no worker ever loads.',
    unhashableKey:
      'Python cannot use a list or a map as a key: the frontend accepts the file and registers the model, but no worker ever loads.',
    invalidUtf8:
      'The file is not valid UTF-8: the frontend replaces the wrong bytes and registers the model, but no worker ever loads.',
    tabAfterValue:
      'Python cannot read a tab after a plain value: the frontend accepts the file and registers the model, but no worker ever loads.',
    other:
      'Python cannot read this file: the frontend accepts it and registers the model, but no worker ever loads. {problem}',
  },
  suggestions: {
    equalsSign: 'Put the equals sign in quotes.',
    unhashableKey: 'Use text as the key; if these braces are a template, render it first.',
    invalidUtf8: 'Save the file as UTF-8.',
    tabAfterValue: 'Remove the tab.',
    other: 'Correct the YAML at this place.',
  },
  check: ({ document }) =>
    problemsOf('yaml-python-only-error', document).map((problem) => ({
      ...describeProblem(problem),
      ...fixOf(problem, document),
    })),
});

const messageOf: Partial<Readonly<Record<Problem['code'], MessageId>>> = {
  'unconstructable-value': 'equalsSign',
  'unhashable-key': 'unhashableKey',
  'invalid-utf8': 'invalidUtf8',
  'tab-after-value': 'tabAfterValue',
};

function describeProblem({ code, range, message }: Problem): FindingDraft<MessageId> {
  const messageId = messageOf[code] ?? 'other';
  return { messageId, at: [], range, ...(messageId === 'other' ? { params: { problem: message } } : {}) };
}

/** Quotes around a plain `=`; a tab after a value goes. */
function fixOf(
  { code, range }: Problem,
  { text }: ModelConfigDocument,
): { readonly fix?: readonly FixEdit[] } {
  const written = text.slice(range.start.offset, range.end.offset);
  if (code === 'unconstructable-value' && written === '=') {
    return { fix: [{ kind: 'replace-range', range, text: "'='" }] };
  }
  if (code !== 'tab-after-value' || !/^[ \t]+$/.test(written)) return {};
  return { fix: [{ kind: 'replace-range', range, text: '' }] };
}
