import type { SelectedRule } from '@topodiff/rules';
import type { AcceptedFinding, GpuBudget, HostPool, Policy } from '@topodiff/schema';

/** A budget and the models that it covers. */
export interface AppliedBudget extends GpuBudget {
  covers(path: string): boolean;
}

/** A policy whose rules are known and whose globs can be asked. */
export interface AppliedPolicy {
  readonly policy: Policy;
  /** The preset with the policy's severities. */
  readonly rules: readonly SelectedRule[];
  readonly budgets: readonly AppliedBudget[];
  /** The machines that a model runs on; null when no pool names the file. */
  poolOf(path: string): HostPool | null;
  /** The entries that accept findings of a rule in a file, expired ones too. */
  acceptedFor(ruleId: string, path: string): readonly AcceptedFinding[];
}
