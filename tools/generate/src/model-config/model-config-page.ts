import type { Field, ProblemCode } from '@topodiff/schema';
import { upstreamUrl } from '@topodiff/rules';
import { markdownBanner } from '../banner.ts';
import type { GeneratedFiles } from '../generator.ts';
import { textLine } from '../markdown.ts';

/** What each structural problem means, for people. */
const problems: Readonly<Record<ProblemCode, string>> = {
  syntax: 'not YAML 1.1',
  'tab-indentation': 'a tab where only spaces may indent',
  'control-character': 'a character that YAML does not allow',
  'multiple-documents': 'more than one document',
  'unsupported-tag': 'a tag that the reader does not know',
  'undefined-alias': 'an alias without an anchor before it',
  'too-many-aliases': 'more than 50 aliases of lists and maps (frontend)',
  'too-deep': 'too many levels of nesting (frontend: 50)',
  'too-large': 'more than 3,145,728 characters (frontend)',
  'invalid-utf8': 'bytes that are not UTF-8 (handler)',
  'unconstructable-value': 'a plain `=` (handler)',
  'unhashable-key': 'a list, a map or a set as a key (handler)',
  'tab-after-value': 'a tab after a plain value (handler)',
  'invalid-merge': 'a merge key with something other than maps',
  'invalid-value': 'a value that its type does not allow',
  'recursive-key': 'a key that contains itself',
  'parser-crash': "an exception inside the frontend's parser that stops the server",
};

/** The reference page of model-config.yaml: every key that the frontend reads, and every structural problem. */
export function generateModelConfigPage(fields: readonly Field[]): GeneratedFiles {
  const text = [
    markdownBanner(['packages/schema/src/model-config/fields.ts']),
    '# model-config.yaml',
    'What the frontend of TorchServe reads from the file. Names are matched exactly; an unknown key at the top level is dropped without a word, because handlers keep their own sections there. An integer is a YAML integer of 32 bits, a boolean a YAML 1.1 boolean; a value of another type is dropped, and the default stays. "Default" is what TorchServe holds when the file does not say; 0 often means "not set".',
    '## Top level',
    generateTable(fields.filter(({ section }) => section === 'top-level')),
    '## torchrun',
    generateTable(fields.filter(({ section }) => section === 'torchrun')),
    '## What makes a file unreadable',
    'TorchServe reads the file twice: the frontend with SnakeYAML 2.1, each Python worker with PyYAML.',
    [
      '| Code | Meaning |',
      '| --- | --- |',
      ...Object.entries(problems).map(([code, meaning]) => `| \`${code}\` | ${textLine(meaning)} |`),
    ].join('\n'),
  ].join('\n\n');
  return new Map([['docs/reference/model-config.md', `${text}\n`]]);
}

function generateTable(fields: readonly Field[]): string {
  return [
    '| Key | Type | Default | Since | |',
    '| --- | --- | --- | --- | --- |',
    ...fields.map(generateRow),
  ].join('\n');
}

function generateRow(field: Field): string {
  const { key, since, upstream, description } = field;
  const cells = [
    `[\`${key}\`](${upstreamUrl(upstream)})`,
    describeType(field),
    field.default === null ? 'none' : `\`${field.default}\``,
    since,
    textLine(description),
  ];
  return `| ${cells.join(' | ')} |`;
}

function describeType({ type, unit }: Field): string {
  switch (type.kind) {
    case 'integer': {
      const below = type.belowMinimum === 'raise' ? `below: ${type.minimum}` : 'below: ignored';
      return `integer from ${type.minimum}${unit === undefined ? '' : `, ${unit}`}; ${below}`;
    }
    case 'boolean':
      return 'boolean';
    case 'string':
      return 'text';
    case 'choice':
      return `${type.values.map(({ name, since }) => (since === '0.8.0' ? `\`${name}\`` : `\`${name}\` (since ${since})`)).join(', ')}; any letter case`;
    case 'device-ids':
      return 'list of integers';
    case 'torchrun':
      return 'map';
  }
}
