const docsFolder = 'https://github.com/topodiff/topodiff/blob/main/docs/rules';

/** The docs page of a rule; null for what is no rule (`input/…`, `internal/…`). */
export function helpUrlOf(ruleId: string): string | null {
  return ruleId.includes('/') ? null : `${docsFolder}/${ruleId}.md`;
}
