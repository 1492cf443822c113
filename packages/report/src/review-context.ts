import { selectRules, type SelectedRule } from '@topodiff/rules';
import type { AppliedPolicy } from './policy/applied-policy.ts';
import { makeHostFinder, type HostFinder } from './policy/host-of-model.ts';
import { stricterFailOn } from './policy/stricter-fail-on.ts';
import type { FailOn } from './report.ts';
import type { ReviewInput } from './review-input.ts';

/** What holds for all models of one review. */
export interface ReviewContext {
  readonly input: ReviewInput;
  readonly policy: AppliedPolicy | null;
  readonly hosts: HostFinder;
  readonly rules: readonly SelectedRule[];
  readonly failOn: FailOn;
  readonly isOnlyNew: boolean;
}

/** Works out what the policy, if there is one, and the input lay down together. */
export function makeReviewContext(input: ReviewInput): ReviewContext {
  const policy = input.policy?.applied ?? null;
  return {
    input,
    policy,
    hosts: makeHostFinder(input),
    rules: policy?.rules ?? selectRules().rules,
    failOn: stricterFailOn(input.failOn, policy?.policy.failOn),
    isOnlyNew: policy?.policy.isOnlyNew ?? false,
  };
}
