import type { Report } from '@topodiff/report';
import { showHiddenCharacters } from '../escape/show-hidden-characters.ts';
import { limits } from '../limits.ts';
import { pendingApprovals } from '../reading/approvals.ts';
import { cutBytes } from '../reading/cut-text.ts';
import { effectPhrases } from '../reading/effect-phrases.ts';
import { reasonsWithoutFinding } from '../reading/reasons.ts';
import { driftedBase } from '../reading/verdict.ts';

/** The verdict as plain text. GitHub shows the conclusion beside it, so it is not said again. */
export function checkRunTitle(report: Report): string {
  return cutBytes(showHiddenCharacters(verdictText(report)), limits.checkTitleBytes);
}

function verdictText(report: Report): string {
  const { conclusion } = report;
  const pending = pendingApprovals(report).length;
  if (conclusion === 'neutral' && pending === 0) return 'No topology change';
  const [reason] = reasonsWithoutFinding(report);
  if (reason !== undefined) return reason;
  const effect = conclusion === 'neutral' ? driftedBase : effectPhrases(report).join(', ');
  if (conclusion === 'failure' || pending === 0) return effect;
  return `Waits for ${pending === 1 ? 'an approval' : `${pending} approvals`}: ${effect}`;
}
