import type { Report, ReportFinding, ReportModel } from '@topodiff/report';
import { escapeMarkdown } from '../../escape/escape-markdown.ts';
import { codeSpan } from '../../escape/markdown-code-span.ts';
import { textLimits } from '../../limits.ts';
import { cutEnd, cutMiddle } from '../../reading/cut-text.ts';
import { blobUrl, link } from '../links.ts';
import type { MarkdownOptions } from '../markdown-options.ts';
import { messageMarkdown } from '../message-markdown.ts';

/** Who keeps the finding, why, and until when; or why that does not count. */
function acceptancePhrase({
  by,
  reason,
  owner,
  until,
  state,
}: NonNullable<ReportFinding['acceptance']>): string {
  const last = until === null ? '' : escapeMarkdown(cutEnd(until, textLimits.name));
  const heads = {
    counts: 'Accepted',
    expired: `**No longer accepted**${last === '' ? '' : ` after ${last}`}`,
    'not-merged': 'Not accepted before the comment is merged',
  };
  const details = [
    by === 'policy' ? 'policy' : 'comment in the file',
    ...(owner === null ? [] : [escapeMarkdown(cutEnd(owner, textLimits.name))]),
    ...(until === null || state === 'expired' ? [] : [`until ${last}`]),
  ];
  return `${heads[state]} (${details.join(', ')}): ${escapeMarkdown(cutEnd(reason, textLimits.sentence))}`;
}

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
    ...(finding.acceptance === null ? [] : [`\\\n  ${acceptancePhrase(finding.acceptance)}`]),
    ...(finding.suggestionParts.length === 0
      ? []
      : [`\\\n  Fix: ${messageMarkdown(finding.suggestionParts)}`]),
  ].join('');
}
