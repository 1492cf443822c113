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

/** Why a change waits that is none against the commit it was compared with: approvals are for what a merge would change. */
export const driftedBase = 'base has moved on';

/** The first thing that is read of a report. */
export function verdictOf(report: Report): Verdict {
  const { conclusion } = report;
  const pending = pendingApprovals(report).length;
  const effect = effectPhrases(report).join(', ');
  if (conclusion !== 'failure' && pending > 0) {
    const count = pending === 1 ? 'an approval' : `${pending} approvals`;
    const cause = conclusion === 'neutral' ? driftedBase : effect;
    return { sign: '⏳', words: `Topology review waits for ${count}`, effect: cause };
  }
  if (conclusion === 'neutral') return { sign: '✅', words: 'No topology change', effect: null };
  const [reason] = reasonsWithoutFinding(report);
  if (reason !== undefined) return { ...verdicts.failure, effect: cutEnd(reason, textLimits.label) };
  return { ...verdicts[conclusion], effect };
}
