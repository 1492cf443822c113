import { describeRule, inputsOf, rules as allRules, type Rule } from '@topodiff/rules';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import type { Options } from '../options.ts';
import type { Terminal } from '../terminal.ts';
import { terminalStyles } from '../terminal-styles.ts';
import { UserError } from '../user-error.ts';

/** `topodiff rules [RULE]`: the catalogue, or one rule's page. */
export function rules(options: Options, terminal: Terminal): Promise<ExitCode> {
  if (options.paths.length > 1) throw new UserError('rules takes one rule at most');
  const [id] = options.paths;
  const shown = id === undefined ? allRules : [findRule(id)];
  if (options.format === 'json') {
    const entries = shown.map(describeEntry);
    terminal.writeOut(`${JSON.stringify(id === undefined ? entries : entries[0], null, 2)}\n`);
  } else if (id !== undefined) {
    terminal.writeOut(shown.map(describeRule).join('\n'));
  } else if (options.format === 'markdown') {
    terminal.writeOut(formatTable(shown));
  } else {
    terminal.writeOut(formatList(shown, terminal));
  }
  return Promise.resolve(exitCodes.clean);
}

function findRule(id: string): Rule {
  const rule = allRules.find((candidate) => candidate.id === id);
  if (rule !== undefined) return rule;
  const similar = allRules.filter((candidate) => sharesWord(candidate.id, id)).slice(0, 5);
  const hint =
    similar.length === 0
      ? 'topodiff rules lists them'
      : `similar: ${similar.map((rule) => rule.id).join(', ')}`;
  throw new UserError(`there is no rule ${JSON.stringify(id)}; ${hint}`);
}

function sharesWord(ruleId: string, id: string): boolean {
  const words = id.split('-').filter((word) => word.length > 3);
  return words.some((word) => ruleId.includes(word));
}

function describeEntry(rule: Rule) {
  const { id, severity, description, rationale, area, needs, evidence, messages, suggestions, upstream } =
    rule;
  return {
    id,
    severity,
    description,
    rationale,
    area,
    presets: rule.presets,
    needs,
    contexts: inputsOf(rule),
    versions: { since: rule.versions?.since ?? null, until: rule.versions?.until ?? null },
    fixable: rule.fixable === true,
    evidence,
    messages,
    suggestions: suggestions ?? {},
    upstream,
  };
}

function formatList(shown: readonly Rule[], terminal: Terminal): string {
  const { bold, dim, red, yellow, cyan } = terminalStyles(terminal.hasColor);
  const colors = { error: red, warning: yellow, info: cyan };
  const width = Math.max(...shown.map((rule) => rule.id.length));
  const areas = [...new Set(shown.map((rule) => rule.area))];
  const sections = areas.map((area) =>
    [
      bold(area),
      ...shown
        .filter((rule) => rule.area === area)
        .map(
          (rule) =>
            `  ${rule.id.padEnd(width)}  ${colors[rule.severity](rule.severity.padEnd(7))}  ${rule.description}`,
        ),
    ].join('\n'),
  );
  return `${sections.join('\n\n')}\n\n${dim(`${shown.length} rules; topodiff rules RULE shows one`)}\n`;
}

function formatTable(shown: readonly Rule[]): string {
  const rows = shown.map((rule) => `| \`${rule.id}\` | ${rule.severity} | ${rule.description} |`);
  return `${['| Rule | Severity | Description |', '| --- | --- | --- |', ...rows].join('\n')}\n`;
}
