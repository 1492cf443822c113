import type { ReportFinding } from '@topodiff/report';

/** What a rule says about itself; the report carries the id and the page only. */
export interface RuleDescription {
  readonly id: string;
  /** A sentence without a full stop. */
  readonly description: string;
  /** Why it matters. */
  readonly rationale: string;
  readonly severity: ReportFinding['severity'];
}

/** What a SARIF log has besides the report. */
export interface SarifOptions {
  /** Descriptions of the rules; those without a finding are left out. */
  readonly rules?: readonly RuleDescription[];
  /** `https://github.com/octo-org/serving`: with it the log says which revision was reviewed. */
  readonly repositoryUrl?: string;
  /**
   * What becomes of findings that the head no longer has: results with the state `absent` (default), or none. The state is
   * not among the properties that GitHub code scanning documents: there they would be open alerts.
   */
  readonly resolvedFindings?: 'absent' | 'omitted';
}
