import type { Finding, Rule } from '@topodiff/rules';
import {
  describeEvidence,
  describeInputs,
  describeStage,
  describeVersions,
  upstreamUrl,
} from '@topodiff/rules';
import { markdownBanner } from '../banner.ts';
import type { GeneratedFiles } from '../generator.ts';
import { codeBlock, formatParts, textLine } from '../markdown.ts';
import type { RuleExample, RulePage } from './rule-page.ts';

const folder = 'docs/rules/';

/** One page per rule and an index, from the rules' metadata and the cases that are examples. */
export function generateRuleDocs(pages: readonly RulePage[]): GeneratedFiles {
  return new Map([
    [`${folder}index.md`, generateIndex(pages.map(({ rule }) => rule))],
    ...pages.map((page) => [`${folder}${page.rule.id}.md`, generatePage(page)] as const),
  ]);
}

function generatePage({ rule, examples }: RulePage): string {
  const found = examples.filter(({ findings }) => findings.length > 0);
  const silent = examples.filter(({ findings }) => findings.length === 0);
  const source = `packages/rules/src/rules/${rule.id}`;
  return joinBlocks([
    markdownBanner([`${source}/rule.ts`, 'cases.ts']),
    `# ${rule.id}`,
    `${textLine(rule.description)}.`,
    [
      '| | |',
      '| --- | --- |',
      `| Severity | ${rule.severity} |`,
      `| Area | ${rule.area} |`,
      `| Presets | ${rule.presets.join(', ')} |`,
      `| Looks at | ${describeStage(rule)} |`,
      `| Needs | ${describeInputs(rule)} |`,
      `| TorchServe | ${describeVersions(rule)} |`,
      `| Fix | ${rule.fixable === true ? 'safe, by `topodiff fix`' : 'by hand'} |`,
      `| Evidence | ${describeEvidence(rule)} |`,
    ].join('\n'),
    '## Why',
    textLine(rule.rationale),
    '## Examples',
    ...found.flatMap((example) => ['### Found', ...generateExample(example)]),
    ...silent.flatMap((example) => ['### Not found', ...generateExample(example)]),
    ...(rule.whenNotToUse === undefined ? [] : ['## When not to use it', textLine(rule.whenNotToUse)]),
    '## In TorchServe',
    generateReferences(rule),
  ]);
}

function generateExample({ name, text, host, findings }: RuleExample): readonly string[] {
  const title = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  return [
    host === null ? `${textLine(title)}:` : `${textLine(title)} (assumed: ${host}):`,
    text === '' ? '*(an empty file)*' : codeBlock('yaml', text),
    ...(findings.length === 0 ? [] : [findings.map(describeFinding).join('\n')]),
  ];
}

function describeFinding({ range, severity, message, suggestion }: Finding): string {
  const place = `${range.start.line}:${range.start.column}`;
  const answer = suggestion === undefined ? '' : `  \n  ${formatParts(suggestion)}`;
  return `- **${place} ${severity}** ${formatParts(message)}${answer}`;
}

function generateReferences({ upstream, upstreamIssues = [] }: Rule): string {
  const places = upstream.map((reference) => {
    const file = reference.file.split('/').at(-1) ?? reference.file;
    const lines = reference.lines === undefined ? '' : `, ${reference.lines}`;
    return `- ${textLine(reference.symbol)}: [${file}${lines}](${upstreamUrl(reference)})`;
  });
  const issues = upstreamIssues.map(
    (issue) => `[#${issue}](https://github.com/pytorch/serve/issues/${issue})`,
  );
  return [...places, ...(issues.length === 0 ? [] : [`- Met by users in ${issues.join(', ')}`])].join('\n');
}

function generateIndex(rules: readonly Rule[]): string {
  const areas = [...new Set(rules.map(({ area }) => area))].sort();
  return joinBlocks([
    markdownBanner(['packages/rules/src/rules']),
    '# Rules',
    `${rules.length} rules. \`error\`: TorchServe fails, or silently does something other than written; \`warning\`: risky; \`info\`: advice.`,
    ...areas.flatMap((area) => [
      `## ${area.charAt(0).toUpperCase()}${area.slice(1)}`,
      [
        '| Rule | Severity | What it asks for |',
        '| --- | --- | --- |',
        ...rules
          .filter((rule) => rule.area === area)
          .map(
            (rule) => `| [${rule.id}](${rule.id}.md) | ${rule.severity} | ${textLine(rule.description)} |`,
          ),
      ].join('\n'),
    ]),
  ]);
}

function joinBlocks(blocks: readonly string[]): string {
  return `${blocks.join('\n\n')}\n`;
}
