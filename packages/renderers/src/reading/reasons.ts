import type { Report } from '@topodiff/report';

/** The reasons of a failure that no finding explains: where there is a blocking finding, it is the reason. */
export function reasonsWithoutFinding({ conclusion, reasons, models }: Report): readonly string[] {
  const hasBlocking = models.some((model) => model.findings.some((finding) => finding.isBlocking));
  return conclusion === 'failure' && !hasBlocking ? reasons : [];
}

/** Those of them that no notice says already. */
export function reasonsWithoutNotice(report: Report): readonly string[] {
  const told = new Set(report.notices.map((notice) => notice.message));
  return reasonsWithoutFinding(report).filter((reason) => !told.has(reason));
}
