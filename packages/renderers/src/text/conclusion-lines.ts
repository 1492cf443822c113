import type { Report } from '@topodiff/report';
import { escapeTerminal } from '../escape/escape-terminal.ts';
import { textLimits } from '../limits.ts';
import { pendingApprovals } from '../reading/approvals.ts';
import { impactPhrases } from '../reading/count-impacts.ts';
import { countSeverities, severityPhrases } from '../reading/count-severities.ts';
import { cutEnd } from '../reading/cut-text.ts';
import { isChanged } from '../reading/is-changed.ts';
import { quantity } from '../reading/quantity.ts';
import { reasonsWithoutNotice } from '../reading/reasons.ts';
import { isAccepted } from './accepted-lines.ts';
import type { TextSetup } from './text-options.ts';

/** The conclusion with its counts, on one line; what else decided it, below. */
export function conclusionLines(report: Report, { styles }: TextSetup): readonly string[] {
  const style = { success: styles.green, neutral: styles.dim, failure: styles.red }[report.conclusion];
  const pending = pendingApprovals(report).length;
  const phrases = [
    ...(report.fleet.budgets.some(({ isBlocking }) => isBlocking) ? ['over the GPU budget'] : []),
    findingsPhrase(report),
    ...(report.comparison === null ? [] : [changesPhrase(report)]),
  ];
  return [
    `${styles.bold(style(report.conclusion))}: ${phrases.join('; ')}`,
    ...[
      ...reasonsWithoutNotice(report).filter((reason) => !isToldByBudget(reason, report)),
      ...(pending === 0
        ? []
        : [`${quantity(pending, 'change')} ${pending === 1 ? 'waits' : 'wait'} for an approval.`]),
    ].map((reason) => `  ${styles.dim(escapeTerminal(cutEnd(reason, textLimits.sentence)))}`),
  ];
}

/** A budget that fails the review has its own row above. */
function isToldByBudget(reason: string, { fleet }: Report): boolean {
  return fleet.budgets.some(
    ({ isBlocking, name }) => isBlocking && reason.startsWith(`Over the GPU budget of ${name}: `),
  );
}

function findingsPhrase({ models }: Report): string {
  const findings = models.flatMap((model) => model.findings);
  const accepted = findings.filter(isAccepted).length;
  const phrases = [
    ...severityPhrases(countSeverities(findings.filter((finding) => !isAccepted(finding)))),
    ...(accepted === 0 ? [] : [`${accepted} accepted`]),
  ];
  if (phrases.length === 0) return `no findings in ${quantity(models.length, 'model')}`;
  const concerned = models.filter((model) => model.findings.length > 0).length;
  if (models.length === 1) return phrases.join(', ');
  return `${phrases.join(', ')} in ${concerned} of ${quantity(models.length, 'model')}`;
}

function changesPhrase({ models }: Report): string {
  const changed = models.filter(isChanged);
  if (changed.length === 0) return 'nothing changes';
  const impacts = impactPhrases(changed.flatMap((model) => model.changes));
  return `${quantity(changed.length, 'model')} ${changed.length === 1 ? 'changes' : 'change'}${impacts.length === 0 ? '' : ` (${impacts.join(', ')})`}`;
}
