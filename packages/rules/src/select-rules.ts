import type { Severity } from './finding.ts';
import { presetRules } from './presets.ts';
import { rules } from './registry.ts';
import type { Preset, Rule } from './rule.ts';

/** A rule that runs, with the severity that its findings get. */
export interface SelectedRule {
  readonly rule: Rule;
  readonly severity: Severity;
}

/** By rule id: another severity, or `off`. A rule outside the preset is switched on by naming it. */
export type SeverityOverrides = Readonly<Record<string, Severity | 'off'>>;

export interface RuleSelection {
  readonly rules: readonly SelectedRule[];
  /** Ids of the overrides that no rule has: a mistake of who wrote them, to be told. */
  readonly unknownIds: readonly string[];
}

/** Chooses the rules of a preset and applies the overrides. */
export function selectRules(
  preset: Preset = 'recommended',
  overrides: SeverityOverrides = {},
): RuleSelection {
  const chosen = new Map<string, SelectedRule>(
    presetRules(preset).map((rule) => [rule.id, { rule, severity: rule.severity }]),
  );
  const unknownIds: string[] = [];
  for (const [id, severity] of Object.entries(overrides)) {
    const rule = rules.find((candidate) => candidate.id === id);
    if (rule === undefined) unknownIds.push(id);
    else if (severity === 'off') chosen.delete(id);
    else chosen.set(id, { rule, severity });
  }
  return { rules: [...chosen.values()], unknownIds };
}
