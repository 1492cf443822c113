import type { Report } from '@topodiff/report';
import { escapeTerminal } from '../escape/escape-terminal.ts';
import { textLimits } from '../limits.ts';
import { impactPhrases } from '../reading/count-impacts.ts';
import { countSeverities, severityPhrases } from '../reading/count-severities.ts';
import { cutEnd, cutMiddle } from '../reading/cut-text.ts';
import { assumptionPhrase, differencePhrase, numbersPhrase, shortfallPhrase } from '../reading/gpu-counts.ts';
import { reasonsToShow } from '../reading/reasons-to-show.ts';
import { isChanged } from '../reading/is-changed.ts';
import { quantity } from '../reading/quantity.ts';
import { alignColumns, type Cell } from './layout/align-columns.ts';
import { severityStyle, type TextSetup } from './text-options.ts';

/** GPUs of the fleet, skipped files and notices. */
export function fleetLines(report: Report, { styles }: TextSetup): readonly string[] {
  const { comparison, fleet } = report;
  const rows: (readonly Cell[])[] = [];
  if (report.models.length > 0) {
    const assumption = assumptionPhrase(report);
    const shortfall = shortfallPhrase(report);
    const phrases = [
      `declared ${numbersPhrase(fleet.declaredGpus, comparison)}${differencePhrase(fleet.declaredGpus, comparison)}`,
      `effective ${numbersPhrase(fleet.gpus, comparison)}${differencePhrase(fleet.gpus, comparison)}`,
      ...(shortfall === null ? [] : [shortfall]),
      ...(assumption === null ? [] : [assumption]),
    ];
    rows.push([{ text: 'GPUs', style: styles.bold }, { text: phrases.join(', ') }]);
  }
  for (const { path, reason } of report.skipped) {
    const place = escapeTerminal(cutMiddle(path, textLimits.path));
    rows.push([
      { text: 'skipped', style: styles.dim },
      { text: `${place}: ${escapeTerminal(cutEnd(reason, textLimits.sentence))}` },
    ]);
  }
  for (const { severity, message, path } of report.notices) {
    const place = path === null ? '' : `${escapeTerminal(cutMiddle(path, textLimits.path))}: `;
    rows.push([
      { text: severity, style: severityStyle(severity, styles) },
      { text: place + escapeTerminal(cutEnd(message, textLimits.message)) },
    ]);
  }
  return alignColumns(rows);
}

/** The conclusion with its counts, on one line; what else decided it, below. */
export function conclusionLines(report: Report, { styles }: TextSetup): readonly string[] {
  const style = { success: styles.green, neutral: styles.dim, failure: styles.red }[report.conclusion];
  const phrases = [findingsPhrase(report), ...(report.comparison === null ? [] : [changesPhrase(report)])];
  return [
    `${styles.bold(style(report.conclusion))}: ${phrases.join('; ')}`,
    ...reasonsToShow(report).map(
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
