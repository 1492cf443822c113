import type { Finding, Rule } from '@topodiff/rules';

/** A case of a rule that its page shows, with what the rule says about it. */
export interface RuleExample {
  readonly name: string;
  /** The file without markers. */
  readonly text: string;
  /** What is assumed about the host, in words; null for a host about which nothing is known. */
  readonly host: string | null;
  /** Empty for a file on which the rule is silent. */
  readonly findings: readonly Finding[];
}

/** Everything that a rule's page is made of. */
export interface RulePage {
  readonly rule: Rule;
  readonly examples: readonly RuleExample[];
}
