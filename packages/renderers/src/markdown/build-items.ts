import type { Report, ReportNotice } from '@topodiff/report';
import { escapeMarkdown } from '../escape/escape-markdown.ts';
import { codeSpan } from '../escape/markdown-code-span.ts';
import { textLimits } from '../limits.ts';
import { cutEnd, cutMiddle } from '../reading/cut-text.ts';
import { groupFindings, type ModelFinding } from '../reading/group-findings.ts';
import { modelNames } from '../reading/model-names.ts';
import { hasRow } from '../reading/model-words.ts';
import { noticePlace } from '../reading/notice-place.ts';
import { reasonsWithoutFinding, reasonsWithoutNotice } from '../reading/reasons.ts';
import type { MarkdownOptions } from './markdown-options.ts';
import type { MarkdownPart } from './markdown-part.ts';
import { approvalItem, approvalRemarks, refusedItem } from './sections/approvals.ts';
import { budgetItem, fleetRows } from './sections/budgets.ts';
import { findingItem } from './sections/finding-item.ts';
import { modelDetails } from './sections/model-details.ts';
import { modelRow, unchangedRow } from './sections/model-rows.ts';

/** Every item of every part, in the report's order; none is empty. */
export type MarkdownItems = Readonly<Record<MarkdownPart, readonly string[]>>;

/** Writes all items once; how many of them a page shows is decided later. */
export function buildItems(report: Report, options: MarkdownOptions): MarkdownItems {
  const names = modelNames(report);
  const nameOf = (path: string) => names.get(path) ?? path;
  const findings = groupFindings(report);
  const toItem = ({ model, finding }: ModelFinding) => findingItem(model, finding, report, options);
  const withRow = report.models.filter(hasRow);
  const withoutRow = report.models.filter((model) => !hasRow(model));
  return {
    // The first one is in the verdict.
    reasons: reasonsWithoutNotice(report)
      .filter((reason) => reason !== reasonsWithoutFinding(report)[0])
      .map((reason) => `- ${escapeMarkdown(cutEnd(reason, textLimits.sentence))}`),
    notices: report.notices.map(noticeItem),
    rows: withRow.map((model) => modelRow(model, nameOf(model.path), report, options)),
    unchanged:
      withRow.length === 0 || withoutRow.length + report.fleet.untouched.models === 0
        ? []
        : [unchangedRow(withoutRow, report)],
    budgets: report.fleet.budgets
      .filter(({ isExceeded }) => isExceeded)
      .map((budget) => budgetItem(budget, report)),
    approvals: (report.approvals?.required ?? []).map((change) => approvalItem(change, nameOf(change.path))),
    approvalNotes:
      report.approvals === null
        ? []
        : [...report.approvals.refused.map(refusedItem), ...approvalRemarks(report.approvals)],
    accepted: findings.accepted.map(toItem),
    fleet: fleetRows(report),
    blocking: findings.blocking.map(toItem),
    others: findings.others.map(toItem),
    folded: findings.folded.map(toItem),
    details: report.models
      .map((model) => modelDetails(model, nameOf(model.path), report, options))
      .filter((details) => details !== null),
    skipped: report.skipped.map(
      ({ path, reason }) =>
        `- ${codeSpan(cutMiddle(path, textLimits.path))}: ${escapeMarkdown(cutEnd(reason, textLimits.sentence))}`,
    ),
  };
}

function noticeItem(notice: ReportNotice): string {
  const path = noticePlace(notice);
  const place = path === null ? '' : `${codeSpan(cutMiddle(path, textLimits.path))}: `;
  return `- **${notice.severity}** ${place}${escapeMarkdown(cutEnd(notice.message, textLimits.message))}`;
}
