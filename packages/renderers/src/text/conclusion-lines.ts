import type { Report } from '@topodiff/report';
import { escapeTerminal } from '../escape/escape-terminal.ts';
import { textLimits } from '../limits.ts';
import { impactPhrases } from '../reading/count-impacts.ts';
import { countSeverities, severityPhrases } from '../reading/count-severities.ts';
import { cutEnd } from '../reading/cut-text.ts';
import { isChanged } from '../reading/is-changed.ts';
import { quantity } from '../reading/quantity.ts';
import { reasonsWithoutNotice } from '../reading/reasons.ts';
import type { TextSetup } from './text-options.ts';

/** The conclusion with its counts, on one line; what else decided it, below. */
export function conclusionLines(report: Report, { styles }: TextSetup): readonly string[] {
  const style = { success: styles.green, neutral: styles.dim, failure: styles.red }[report.conclusion];
  const phrases = [findingsPhrase(report), ...(report.comparison === null ? [] : [changesPhrase(report)])];
  return [
    `${styles.bold(style(report.conclusion))}: ${phrases.join('; ')}`,
    ...reasonsWithoutNotice(report).map(
      (reason) => `  ${styles.dim(escapeTerminal(cutEnd(reason, textLimits.sentence)))}`,
    ),
  ];
}

function findingsPhrase({ models }: Report): string {
  const phrases = severityPhrases(countSeverities(models.flatMap((model) => model.findings)));
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
