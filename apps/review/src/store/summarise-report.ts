import { isChanged } from '@topodiff/renderers';
import type { Report, ReportModel } from '@topodiff/report';
import { storableText } from './storable.ts';
import type { PullRequestsTable } from './tables.ts';

type Summary = Pick<
  PullRequestsTable,
  | 'head_sha'
  | 'conclusion'
  | 'label'
  | 'changed_models'
  | 'worst_severity'
  | 'blocking_findings'
  | 'gpus_base'
  | 'gpus_head'
>;

/** What the list shows of a report. */
export function summariseReport(report: Report): Summary {
  const changed = report.models.filter(isChanged);
  const findings = report.models.flatMap((model) => model.findings);
  return {
    head_sha: storableText(report.comparison?.head.sha ?? ''),
    conclusion: report.conclusion,
    // Models come worst first, but those that share a host in load order: the worst is the first that blocks.
    label: storableText((changed.find(isBlocking) ?? changed[0])?.label ?? ''),
    changed_models: changed.length,
    worst_severity:
      severities.find((severity) => findings.some((finding) => finding.severity === severity)) ?? 'none',
    blocking_findings: findings.filter((finding) => finding.isBlocking).length,
    gpus_base: report.fleet.gpus.base,
    gpus_head: report.fleet.gpus.head,
  };
}

const severities = ['error', 'warning', 'info'] as const;

function isBlocking(model: ReportModel): boolean {
  return model.findings.some((finding) => finding.isBlocking);
}
