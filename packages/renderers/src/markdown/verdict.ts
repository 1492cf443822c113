import type { Report } from '@topodiff/report';
import { escapeMarkdown } from '../escape/escape-markdown.ts';
import { textLimits } from '../limits.ts';
import { countSeverities, severityPhrases } from '../reading/count-severities.ts';
import { cutEnd } from '../reading/cut-text.ts';
import { pendingApprovals } from '../reading/approvals.ts';
import { reasonsWithoutFinding } from '../reading/reasons.ts';
import { isChanged } from '../reading/is-changed.ts';
import { quantity } from '../reading/quantity.ts';

const words = {
  success: '✅ Topology review passed',
  failure: '❌ Topology review failed',
} as const;

/** The first thing read, also in an e-mail's subject line: the conclusion in words, then what happens. */
export function verdict(report: Report): string {
  if (report.conclusion === 'neutral') return '✅ No topology change';
  const [reason] = reasonsWithoutFinding(report);
  if (reason !== undefined) return `${words.failure}: ${escapeMarkdown(cutEnd(reason, textLimits.label))}`;
  const pending = pendingApprovals(report).length;
  if (report.conclusion === 'success' && pending > 0) {
    return `⏳ Topology review waits for ${pending === 1 ? 'an approval' : `${pending} approvals`}: ${[effectPhrase(report), ...findingPhrases(report)].join(', ')}`;
  }
  return `${words[report.conclusion]}: ${[effectPhrase(report), ...findingPhrases(report)].join(', ')}`;
}

function effectPhrase(report: Report): string {
  if (report.comparison === null) return `${quantity(report.models.length, 'model')} checked`;
  const changed = report.models.filter(isChanged);
  const [only] = changed;
  if (only === undefined) return 'nothing changes';
  if (changed.length === 1 && only.base?.topology.label !== only.head?.topology.label)
    return escapeMarkdown(cutEnd(only.label, textLimits.label));
  const all = report.models.length + report.fleet.untouched.models;
  return `${changed.length} of ${quantity(all, 'model')} ${changed.length === 1 ? 'changes' : 'change'}`;
}

function findingPhrases({ models, fleet }: Report): readonly string[] {
  const findings = models.flatMap((model) => model.findings);
  const blocking = findings.filter((finding) => finding.isBlocking).length;
  const others = countSeverities(
    findings.filter((finding) => !finding.isBlocking && finding.acceptance?.state !== 'counts'),
  );
  return [
    ...(fleet.budgets.some(({ isBlocking }) => isBlocking) ? ['over the GPU budget'] : []),
    ...(blocking > 0 ? [`${blocking} blocking`] : []),
    ...severityPhrases({ ...others, info: 0 }),
  ];
}
