import type { Report, ReportFinding, ReportModel } from '@topodiff/report';
import { findingLines } from './finding-lines.ts';
import type { TextSetup } from './text-options.ts';

/** The team keeps the finding, and that counts today. */
export function isAccepted({ acceptance }: ReportFinding): boolean {
  return acceptance?.state === 'counts';
}

/** The model without the findings that are listed as accepted. */
export function withoutAccepted(model: ReportModel): ReportModel {
  return { ...model, findings: model.findings.filter((finding) => !isAccepted(finding)) };
}

/** Accepted findings of all models, apart from those that somebody has to look at. */
export function acceptedLines({ models }: Report, setup: TextSetup): readonly string[] {
  const accepted = models.flatMap(({ path, findings }) =>
    findings.filter(isAccepted).map((finding) => ({ path, finding })),
  );
  if (accepted.length === 0) return [];
  return [setup.styles.bold(`Accepted findings (${accepted.length})`), ...findingLines(accepted, setup)];
}
