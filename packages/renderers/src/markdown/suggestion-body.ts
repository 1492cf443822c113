import type { ReportFinding } from '@topodiff/report';
import { codeSpan } from '../escape/markdown-code-span.ts';
import { fenceFor } from '../escape/markdown-fence.ts';
import { textLimits } from '../limits.ts';
import { cutEnd } from '../reading/cut-text.ts';
import { link } from './links.ts';
import { messageMarkdown } from './message-markdown.ts';

/**
 * The comment that suggests new lines: what they mend, then GitHub's suggestion block. The block holds the lines as they
 * are, because a click puts them into the file; its fence is longer than any run of backticks inside.
 */
export function suggestionBody(lines: string, findings: readonly ReportFinding[]): string {
  const fence = fenceFor(lines);
  const reasons = findings.map(
    ({ severity, messageParts, ruleId, helpUrl }) =>
      `**${severity}** ${messageMarkdown(messageParts)} (${link(codeSpan(cutEnd(ruleId, textLimits.name)), helpUrl)})`,
  );
  return `${reasons.join('\\\n')}\n\n${fence}suggestion\n${lines}\n${fence}\n`;
}
