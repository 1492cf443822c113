import type { Rule } from './rule.ts';

/** Every rule, by id. One line per rule; `registry.test.ts` compares the list with the folders and the docs pages. */
export const rules: readonly Rule[] = [];

/** The rule of that id, or undefined. */
export function findRule(id: string): Rule | undefined {
  return rules.find((rule) => rule.id === id);
}
