import type { ReportFinding } from '@topodiff/report';
import type { PageIds } from '../parts/page-ids.ts';

/** A finding with its id on the page. */
export interface PlacedFinding {
  readonly finding: ReportFinding;
  /** `f-…`, the same on every push while the finding is the same. */
  readonly id: string;
}

/** Gives each finding its permalink. */
export function placeFindings(findings: readonly ReportFinding[], ids: PageIds): readonly PlacedFinding[] {
  return findings.map((finding) => ({ finding, id: ids.take(`f-${finding.fingerprint}`) }));
}
