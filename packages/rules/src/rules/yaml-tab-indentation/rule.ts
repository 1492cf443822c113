import type { ModelConfigDocument } from '@topodiff/schema';
import { parseModelConfig, torchserve } from '@topodiff/schema';
import type { FixEdit } from '../../fix/fix-edit.ts';
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
  fixable: true,
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
      ...fixOf(document),
    })),
});

/** All lines that tabs indent, with spaces of the first usual width with which both readers take the file. */
function fixOf(document: ModelConfigDocument): { readonly fix?: readonly FixEdit[] } {
  for (const width of [2, 4, 8]) {
    const fix = indentWithSpaces(document, width);
    const text = fix.reduceRight(
      (edited, { range, text: spaces }) =>
        edited.slice(0, range.start.offset) + spaces + edited.slice(range.end.offset),
      document.text,
    );
    const { frontend, handler } = parseModelConfig(text);
    if (frontend.outcome === 'loaded' && handler.outcome === 'loaded') return { fix };
  }
  return {};
}

function indentWithSpaces(document: ModelConfigDocument, width: number) {
  return [...document.text.matchAll(/^ *\t[ \t]*(?=\S)/gm)].map((match) => ({
    kind: 'replace-range' as const,
    range: document.rangeBetween(match.index, match.index + match[0].length),
    text: match[0].replaceAll('\t', ' '.repeat(width)),
  }));
}
