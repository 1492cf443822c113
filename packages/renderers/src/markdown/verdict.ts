import type { Report } from '@topodiff/report';
import { escapeMarkdown } from '../escape/escape-markdown.ts';
import { textLimits } from '../limits.ts';
import { pendingApprovals } from '../reading/approvals.ts';
import { cutEnd } from '../reading/cut-text.ts';
import { effectPhrases } from '../reading/effect-phrases.ts';
import { reasonsWithoutFinding } from '../reading/reasons.ts';

const words = {
  success: '✅ Topology review passed',
  failure: '❌ Topology review failed',
} as const;

/** The first thing read, also in an e-mail's subject line: the conclusion in words, then what happens. */
export function verdict(report: Report): string {
  if (report.conclusion === 'neutral') return '✅ No topology change';
  const [reason] = reasonsWithoutFinding(report);
  if (reason !== undefined) return `${words.failure}: ${escapeMarkdown(cutEnd(reason, textLimits.label))}`;
  const effect = escapeMarkdown(effectPhrases(report).join(', '));
  const pending = pendingApprovals(report).length;
  if (report.conclusion === 'success' && pending > 0) {
    return `⏳ Topology review waits for ${pending === 1 ? 'an approval' : `${pending} approvals`}: ${effect}`;
  }
  return `${words[report.conclusion]}: ${effect}`;
}
