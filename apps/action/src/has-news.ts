import type { Report } from '@topodiff/report';

/**
 * Whether a report has anything to tell about a pull request: without, no comment is made, and one that exists is
 * brought up to date. What base has already is no news.
 */
export function hasNews(report: Report): boolean {
  return (
    report.conclusion === 'failure' ||
    report.notices.some((notice) => notice.severity !== 'info') ||
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
