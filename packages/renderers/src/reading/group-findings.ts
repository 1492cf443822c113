import type { Report, ReportFinding, ReportModel } from '@topodiff/report';
import { quantity } from './quantity.ts';

/** A finding with the model that has it. */
export interface ModelFinding {
  readonly model: ReportModel;
  readonly finding: ReportFinding;
}

/** `folded`: kept out of the way until somebody looks for it. */
export type FindingGroup = 'blocking' | 'others' | 'folded' | 'accepted';

/** All findings of a report by how much they matter, in the report's order within. */
export function groupFindings(report: Report): Readonly<Record<FindingGroup, readonly ModelFinding[]>> {
  const groups: Record<FindingGroup, ModelFinding[]> = { blocking: [], others: [], folded: [], accepted: [] };
  for (const model of report.models) {
    for (const finding of model.findings) {
      if (finding.isBlocking) groups.blocking.push({ model, finding });
      if (finding.acceptance?.state === 'counts') groups.accepted.push({ model, finding });
      else if (!finding.isBlocking) groups[isAside(finding) ? 'folded' : 'others'].push({ model, finding });
    }
  }
  return groups;
}

/** On a pull request, advice and what was there before are kept out of the way. */
function isAside({ severity, isInBase }: ReportFinding): boolean {
  return severity === 'info' || isInBase;
}

/** What stands above each group with so many findings. */
export const findingGroupTitles: Readonly<Record<FindingGroup, (count: number) => string>> = {
  blocking: (count) => `Blocking (${count})`,
  others: (count) => `Not blocking (${count})`,
  folded: (count) => `${quantity(count, 'further finding')}: advice, or already in base`,
  accepted: (count) => quantity(count, 'accepted finding'),
};
