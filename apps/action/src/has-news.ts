import type { Report } from '@topodiff/report';

/** Whether a report has anything to tell: without, no comment is made, and one that exists says that all is well. */
export function hasNews(report: Report): boolean {
  return (
    report.conclusion === 'failure' ||
    report.notices.some((notice) => notice.severity !== 'info') ||
    report.models.some(
      (model) =>
        model.status === 'added' ||
        model.status === 'removed' ||
        model.changes.length > 0 ||
        model.findings.length > 0 ||
        model.resolvedFindings.length > 0,
    )
  );
}
