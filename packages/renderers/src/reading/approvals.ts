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

/** What stands above the list of changes that need an approval. */
export function approvalTitle(report: Report): string {
  const pending = pendingApprovals(report).length;
  const all = report.approvals?.required.length ?? 0;
  return pending === 0 ? `Approved (${all})` : `Approval needed (${pending} of ${all})`;
}

/** What a reader must know when whoever may write to the repository can set the status too. */
export const advisoryRemark = {
  before: 'The status ',
  status: 'topodiff/topology',
  after:
    ' is advisory: whoever may write to the repository can set it too. It binds when an App posts it and branch protection requires it from that App.',
} as const;

/** `2026-11-27 10:04`, of a time in ISO 8601. */
export function minuteOf(at: string): string {
  return at.slice(0, 16).replace('T', ' ');
}
