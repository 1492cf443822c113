import type { Report, ReportFinding, ReportModel } from '@topodiff/report';
import { escapeMarkdown } from '../../escape/escape-markdown.ts';
import { codeSpan } from '../../escape/markdown-code-span.ts';
import { textLimits } from '../../limits.ts';
import { acceptanceWords } from '../../reading/acceptance.ts';
import { cutEnd, cutMiddle } from '../../reading/cut-text.ts';
import { blobUrl } from '../../reading/blob-url.ts';
import { link } from '../links.ts';
import type { MarkdownOptions } from '../markdown-options.ts';
import { messageMarkdown } from '../message-markdown.ts';

/** One finding as a list item: severity in words, place as a link to the line, message, rule, and what to do. */
export function findingItem(
  model: ReportModel,
  finding: ReportFinding,
  report: Report,
  options: MarkdownOptions,
): string {
  const { range } = finding;
  const place = `${cutMiddle(model.path, textLimits.path)}:${range.start.line}:${range.start.column}`;
  const side = model.head === null ? 'base' : 'head';
  const rule = link(codeSpan(cutEnd(finding.ruleId, textLimits.name)), finding.helpUrl);
  return [
    `- **${finding.severity}** ${link(codeSpan(place), blobUrl(report, options, { side, path: model.path, range }))}`,
    ` ${messageMarkdown(finding.messageParts)} (${rule}${finding.isInBase ? ', also in base' : ''})`,
    ...(finding.acceptance === null ? [] : [`\\\n  ${acceptanceMarkdown(finding.acceptance)}`]),
    ...(finding.suggestionParts.length === 0
      ? []
      : [`\\\n  Fix: ${messageMarkdown(finding.suggestionParts)}`]),
  ].join('');
}

function acceptanceMarkdown(acceptance: NonNullable<ReportFinding['acceptance']>): string {
  const { head, isExpired, since, details, reason } = acceptanceWords(acceptance);
  const shown = isExpired ? `**${head}**${escapeMarkdown(since)}` : head;
  return `${shown} (${details.map(escapeMarkdown).join(', ')}): ${escapeMarkdown(reason)}`;
}
