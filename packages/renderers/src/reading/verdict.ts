import type { Report } from '@topodiff/report';
import { textLimits } from '../limits.ts';
import { pendingApprovals } from './approvals.ts';
import { cutEnd } from './cut-text.ts';
import { effectPhrases } from './effect-phrases.ts';
import { reasonsWithoutFinding } from './reasons.ts';

/** The conclusion with a sign and in words, and what happens; nobody has escaped the latter yet. */
export interface Verdict {
  readonly sign: '✅' | '❌' | '⏳';
  readonly words: string;
  readonly effect: string | null;
}

const verdicts = {
  success: { sign: '✅', words: 'Topology review passed' },
  failure: { sign: '❌', words: 'Topology review failed' },
} as const;

/** The first thing that is read of a report. */
export function verdictOf(report: Report): Verdict {
  if (report.conclusion === 'neutral') return { sign: '✅', words: 'No topology change', effect: null };
  const [reason] = reasonsWithoutFinding(report);
  if (reason !== undefined) return { ...verdicts.failure, effect: cutEnd(reason, textLimits.label) };
  const effect = effectPhrases(report).join(', ');
  const pending = pendingApprovals(report).length;
  if (report.conclusion === 'success' && pending > 0) {
    const count = pending === 1 ? 'an approval' : `${pending} approvals`;
    return { sign: '⏳', words: `Topology review waits for ${count}`, effect };
  }
  return { ...verdicts[report.conclusion], effect };
}
