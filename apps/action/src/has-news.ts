import type { Report } from '@topodiff/report';

/** Told at the severity info, because they decide nothing, and still what a reviewer must know. */
const newsworthyNotices: readonly string[] = ['policy-proposed', 'inline-ignore-new'];

/**
 * Whether a report has anything to tell about a pull request: without, no comment is made, and one that exists is
 * brought up to date. What base has already is no news.
 */
export function hasNews(report: Report): boolean {
  return (
    report.conclusion === 'failure' ||
    report.notices.some(({ severity, code }) => severity !== 'info' || newsworthyNotices.includes(code)) ||
    report.fleet.budgets.some(({ isExceeded, gpus }) => isExceeded && gpus.base !== gpus.head) ||
    (report.approvals !== null && report.approvals.required.length > 0) ||
    report.models.some(
      (model) =>
        model.status === 'added' ||
        model.status === 'removed' ||
        model.changes.length > 0 ||
        model.findings.some((finding) => !finding.isInBase) ||
        model.resolvedFindings.length > 0,
    )
  );
}
