import { inputsOf } from './inputs-of.ts';
import type { Rule, RuleInput } from './rule.ts';
import { upstreamUrl } from './upstream-url.ts';

const evidenceWords = {
  observed: 'seen on the real TorchServe',
  'parser-observed': "seen on TorchServe's own YAML reader",
  source: "read in TorchServe's source",
  documentation: "advised by TorchServe's documentation",
  unverified: 'not verified',
} as const satisfies Record<Rule['evidence'][number], string>;

const stageWords = {
  document: 'the file alone',
  'effective-config': 'the configuration as TorchServe works with it',
  'launch-plan': 'what TorchServe would launch',
  'related-files': 'the files that the configuration names',
  archive: 'the model archive',
  deployment: 'all models on the host',
} as const satisfies Record<Rule['needs'], string>;

const inputWords: Readonly<Record<RuleInput, string>> = {
  host: 'the GPUs of the host',
  'config.properties': "the server's config.properties",
  'related-files': 'the files that the configuration names',
  archive: 'the model archive',
  deployment: 'the other models on the host',
};

/** How the behaviour behind a rule is known, in words. */
export function describeEvidence(rule: Rule): string {
  return rule.evidence.map((kind) => evidenceWords[kind]).join('; ');
}

/** What a rule looks at, in words. */
export function describeStage(rule: Rule): string {
  return stageWords[rule.needs];
}

/** What beside the file the rule depends on, in words. */
export function describeInputs(rule: Rule): string {
  const words = inputsOf(rule).map((input) => inputWords[input]);
  return words.length === 0 ? 'nothing beside the file' : words.join('; ');
}

/** The TorchServe versions on which the rule runs, in words. */
export function describeVersions({ versions }: Rule): string {
  const { since, until } = versions ?? {};
  if (since === undefined && until === undefined) return 'all';
  if (since === until) return `${since} only`;
  if (until === undefined) return `${since} and later`;
  return since === undefined ? `up to ${until}` : `${since} to ${until}`;
}

/** The page of one rule as plain text for a terminal, at most 100 columns wide except for links. */
export function describeRule(rule: Rule): string {
  const sections = [
    `${rule.id} (${rule.severity})\n${wrap(`${rule.description}.`, '')}`,
    wrap(rule.rationale, ''),
    ['Says', ...Object.keys(rule.messages).map((messageId) => describeMessage(rule, messageId))].join('\n'),
    ...(rule.whenNotToUse === undefined ? [] : [`When not to use it\n${wrap(rule.whenNotToUse, '  ')}`]),
    [
      `Area      ${rule.area}`,
      `Looks at  ${describeStage(rule)}`,
      `Needs     ${describeInputs(rule)}`,
      `Presets   ${rule.presets.join(', ')}`,
      `Versions  ${describeVersions(rule)}`,
      `Fix       ${rule.fixable === true ? 'safe fixes, by topodiff fix' : 'by hand'}`,
      `Evidence  ${describeEvidence(rule)}`,
    ].join('\n'),
    [
      'TorchServe',
      ...rule.upstream.map((reference) => `  ${reference.symbol}\n    ${upstreamUrl(reference)}`),
      ...(rule.upstreamIssues ?? []).map((issue) => `  https://github.com/pytorch/serve/issues/${issue}`),
    ].join('\n'),
  ];
  return `${sections.join('\n\n')}\n`;
}

function describeMessage(rule: Rule, messageId: string): string {
  const suggestion = rule.suggestions?.[messageId];
  const lines = [`  ${messageId}`, wrap(rule.messages[messageId] ?? '', '    ')];
  if (suggestion !== undefined) lines.push(wrap(`→ ${suggestion}`, '    '));
  return lines.join('\n');
}

function wrap(text: string, indent: string): string {
  const width = 100;
  const lines: string[] = [];
  let line = indent;
  for (const word of text.split(' ')) {
    const longer = line === indent ? `${line}${word}` : `${line} ${word}`;
    if (longer.length > width && line !== indent) {
      lines.push(line);
      line = `${indent}${word}`;
    } else line = longer;
  }
  return [...lines, line].join('\n');
}
