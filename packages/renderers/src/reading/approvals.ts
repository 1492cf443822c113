import type { Report } from '@topodiff/report';

type Required = NonNullable<Report['approvals']>['required'][number];

/** Why a change needs an approval, in words. */
export const approvalKindWords: Readonly<Record<Required['kinds'][number], string>> = {
  'topology-change': 'topology change',
  'more-gpus': 'more GPUs',
  'will-not-start': 'will not start',
};

/** The changes that still wait for an approval. */
export function pendingApprovals({ approvals }: Report): readonly Required[] {
  return (approvals?.required ?? []).filter(({ approval }) => approval === null);
}
