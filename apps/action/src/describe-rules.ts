import type { RuleDescription } from '@topodiff/renderers';
import { rules } from '@topodiff/rules';

/** What the rules say about themselves, for SARIF. */
export function describeRules(): readonly RuleDescription[] {
  return rules.map(({ id, description, rationale, severity }) => ({ id, description, rationale, severity }));
}
