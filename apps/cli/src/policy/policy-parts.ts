import type { NoticeInput, ReviewInput } from '@topodiff/report';

/** What a policy adds to the input of a review. */
export interface PolicyParts {
  readonly input: Pick<ReviewInput, 'policy' | 'proposedPolicy' | 'configProperties'>;
  /** What is to be said about the files that the policy names. */
  readonly notices: readonly NoticeInput[];
}

/** A review without a policy. */
export const noPolicy: PolicyParts = { input: {}, notices: [] };
