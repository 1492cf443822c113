import type { Report, ReportFinding } from '@topodiff/report';

const severities: readonly ReportFinding['severity'][] = ['error', 'warning', 'info'];

/** The finding reaches the threshold of the report, so that it decides the conclusion. */
export function isBlocking(finding: ReportFinding, failOn: Report['failOn']): boolean {
  return failOn !== 'never' && severities.indexOf(finding.severity) <= severities.indexOf(failOn);
}
