import type { ReportingDescriptor } from 'sarif';
import { escapeMarkdown } from '../escape/escape-markdown.ts';
import { doubleBraces, escapeSarifMessage } from '../escape/escape-sarif-message.ts';
import { linkDestination } from '../escape/encode-url.ts';
import { levels, severities } from './levels.ts';
import type { RankedFinding } from './rank-findings.ts';
import type { RuleDescription } from './sarif-options.ts';

/** One descriptor for each rule that has a finding, sorted by id. */
export function ruleDescriptors(
  findings: readonly RankedFinding[],
  rules: readonly RuleDescription[] = [],
): readonly ReportingDescriptor[] {
  const described = new Map(rules.map((rule) => [rule.id, rule]));
  const byRule = new Map<string, RankedFinding[]>();
  for (const ranked of findings) {
    const { ruleId } = ranked.finding;
    const ofRule = byRule.get(ruleId);
    if (ofRule === undefined) byRule.set(ruleId, [ranked]);
    else ofRule.push(ranked);
  }
  return [...byRule]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, ofRule]) => describeRule(id, ofRule, described.get(id)));
}

function describeRule(
  id: string,
  findings: readonly RankedFinding[],
  rule: RuleDescription | undefined,
): ReportingDescriptor {
  const helpUrl = findings.map(({ finding }) => finding.helpUrl).find((url) => url !== null) ?? null;
  const helpUri = helpUrl === null ? null : linkDestination(helpUrl);
  const severity =
    rule?.severity ??
    severities.find((worst) => findings.some(({ finding }) => finding.severity === worst)) ??
    'warning';
  return {
    id,
    name: nameOf(id),
    shortDescription: { text: escapeSarifMessage(rule === undefined ? id : `${rule.description}.`) },
    fullDescription: { text: escapeSarifMessage(rule?.rationale ?? id) },
    ...(helpUri === null ? {} : { helpUri }),
    help: describeHelp(rule, helpUri),
    defaultConfiguration: { level: levels[severity] },
  };
}

/** GitHub wants help of every rule: where nothing is known beside the page, it names the page. */
function describeHelp(rule: RuleDescription | undefined, helpUri: string | null) {
  const paragraphs = rule === undefined ? [] : [`${rule.description}.`, rule.rationale];
  if (helpUri === null && rule === undefined) {
    const text = 'This is no rule of the catalogue: the message says what happened.';
    return { text, markdown: text };
  }
  const page = 'What TorchServe does, and when not to use the rule';
  return {
    text: [...paragraphs.map(escapeSarifMessage), ...(helpUri === null ? [] : [`${page}: ${helpUri}`])].join(
      '\n\n',
    ),
    markdown: [
      ...paragraphs.map((paragraph) => doubleBraces(escapeMarkdown(paragraph))),
      ...(helpUri === null ? [] : [`[${page}](${helpUri})`]),
    ].join('\n\n'),
  };
}

/** `nproc-per-node-invalid` as the identifier that viewers expect: `NprocPerNodeInvalid`. */
function nameOf(id: string): string {
  const words = id.match(/[a-z0-9]+/gi) ?? [];
  return words.length === 0
    ? 'Rule'
    : words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
}
