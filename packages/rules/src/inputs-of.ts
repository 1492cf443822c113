import type { Rule, RuleInput } from './rule.ts';

const inputOfStage: Partial<Readonly<Record<Rule['needs'], RuleInput>>> = {
  'related-files': 'related-files',
  archive: 'archive',
  deployment: 'deployment',
};

/** What beside the file a rule depends on: the stage that it needs, and what it names. */
export function inputsOf({ needs, inputs = [] }: Rule): readonly RuleInput[] {
  const ofStage = inputOfStage[needs];
  return ofStage === undefined || inputs.includes(ofStage) ? inputs : [ofStage, ...inputs];
}
