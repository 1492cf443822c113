import type { Report, ReportModel } from '@topodiff/report';
import type { MarkdownPart } from '../markdown/markdown-part.ts';
import { isChanged } from '../reading/is-changed.ts';

/** How many items of each part a page without a limit has, said by the report alone. */
export function countExpected(report: Report): Readonly<Record<MarkdownPart, number>> {
  const { models, fleet, approvals } = report;
  const findings = models.flatMap((model) => model.findings);
  const rows = models.filter((model) => isChanged(model) || model.findings.length > 0).length;
  const withoutRow = models.length - rows + fleet.untouched.models;
  const accepted = findings.filter(({ acceptance }) => acceptance?.state === 'counts');
  const blocking = findings.filter(({ isBlocking }) => isBlocking);
  const folded = findings.filter(
    (finding) =>
      !finding.isBlocking && !accepted.includes(finding) && (finding.severity === 'info' || finding.isInBase),
  );
  const told = new Set(report.notices.map(({ message }) => message));
  const untold = blocking.length > 0 || report.conclusion !== 'failure' ? [] : report.reasons;
  return {
    reasons: untold.filter((reason) => !told.has(reason) && reason !== untold[0]).length,
    budgets: fleet.budgets.filter(({ isExceeded }) => isExceeded).length,
    notices: report.notices.length,
    rows,
    unchanged: rows > 0 ? withoutRow : 0,
    approvals: approvals?.required.length ?? 0,
    approvalNotes:
      (approvals?.refused.length ?? 0) +
      (approvals?.remarks.length ?? 0) +
      (approvals?.isAdvisory === true && approvals.required.length > 0 ? 1 : 0),
    blocking: blocking.length,
    others: findings.length - accepted.length - blocking.length - folded.length,
    accepted: accepted.length,
    folded: folded.length,
    fleet: fleet.pools.length + fleet.budgets.length,
    details: models.filter(hasDetails).length,
    skipped: report.skipped.length,
  };
}

function hasDetails(model: ReportModel): boolean {
  const { head, changes, resolvedFindings, textHunks } = model;
  return (
    changes.length + resolvedFindings.length > 0 ||
    (textHunks.length > 0 && isChanged(model)) ||
    (head !== null &&
      (head.outcome !== 'loaded' ||
        head.topology.assumptions.length > 0 ||
        head.settings.some(
          ({ declared, origin }) => declared !== null && origin !== 'declared' && origin !== 'default',
        )))
  );
}
