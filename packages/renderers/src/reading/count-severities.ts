import type { ReportFinding } from '@topodiff/report';
import { quantity } from './quantity.ts';

type SeverityCounts = Readonly<Record<ReportFinding['severity'], number>>;

/** How many findings there are of each severity. */
export function countSeverities(findings: readonly ReportFinding[]): SeverityCounts {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of findings) counts[severity] += 1;
  return counts;
}

/** `2 errors`, `1 warning`: one phrase for each severity that occurs, worst first. */
export function severityPhrases(counts: SeverityCounts): readonly string[] {
  return [
    ...(counts.error > 0 ? [quantity(counts.error, 'error')] : []),
    ...(counts.warning > 0 ? [quantity(counts.warning, 'warning')] : []),
    ...(counts.info > 0 ? [`${counts.info} info`] : []),
  ];
}
