import { rules } from './registry.ts';
import type { Preset, Rule } from './rule.ts';

/** The rules of a preset, in the registry's order; each rule says itself which presets it is in. */
export function presetRules(preset: Preset): readonly Rule[] {
  return rules.filter((rule) => rule.presets.includes(preset));
}
