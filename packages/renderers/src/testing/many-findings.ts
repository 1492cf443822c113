import type { Report, ReportFinding } from '@topodiff/report';
import { message, range, sampleFinding, sampleModel, sampleReport } from './sample-parts.ts';

const severities: readonly ReportFinding['severity'][] = ['info', 'warning', 'error'];

/** A report with one model and so many findings, of each severity in turn. */
export function reportOfManyFindings(count: number): Report {
  const findings = Array.from({ length: count }, (_, index) => {
    const severity = severities[index % severities.length] ?? 'info';
    return sampleFinding({
      ruleId: `some-${severity}`,
      severity,
      messageParts: message`number ${index}`,
      range: range(index + 1, 1, 4),
    });
  });
  return sampleReport({
    conclusion: 'failure',
    models: [sampleModel({ path: 'a.yaml', label: '1 GPU', findings })],
  });
}
