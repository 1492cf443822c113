import type { Rule } from './rule.ts';
import { yamlDuplicateKey } from './rules/yaml-duplicate-key/rule.ts';
import { yamlEmptyConfig } from './rules/yaml-empty-config/rule.ts';
import { yamlExponentFloatIsString } from './rules/yaml-exponent-float-is-string/rule.ts';
import { yamlJavaOnlyError } from './rules/yaml-java-only-error/rule.ts';
import { yamlMultipleDocuments } from './rules/yaml-multiple-documents/rule.ts';
import { yamlNonStringKey } from './rules/yaml-non-string-key/rule.ts';
import { yamlPythonOnlyError } from './rules/yaml-python-only-error/rule.ts';
import { yamlRootNotMap } from './rules/yaml-root-not-map/rule.ts';
import { yamlSyntaxError } from './rules/yaml-syntax-error/rule.ts';
import { yamlTabIndentation } from './rules/yaml-tab-indentation/rule.ts';
import { yamlUnrenderedTemplate } from './rules/yaml-unrendered-template/rule.ts';
import { yamlUnsupportedTag } from './rules/yaml-unsupported-tag/rule.ts';

/** Every rule, by id. One line per rule; `registry.test.ts` compares the list with the folders and the docs pages. */
export const rules: readonly Rule[] = [
  yamlDuplicateKey,
  yamlEmptyConfig,
  yamlExponentFloatIsString,
  yamlJavaOnlyError,
  yamlMultipleDocuments,
  yamlNonStringKey,
  yamlPythonOnlyError,
  yamlRootNotMap,
  yamlSyntaxError,
  yamlTabIndentation,
  yamlUnrenderedTemplate,
  yamlUnsupportedTag,
];

/** The rule of that id, or undefined. */
export function findRule(id: string): Rule | undefined {
  return rules.find((rule) => rule.id === id);
}
