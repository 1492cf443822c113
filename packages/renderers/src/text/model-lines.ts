import type { Report, ReportModel } from '@topodiff/report';
import { escapeTerminal } from '../escape/escape-terminal.ts';
import { textLimits } from '../limits.ts';
import { cutEnd, cutMiddle } from '../reading/cut-text.ts';
import { isChanged } from '../reading/is-changed.ts';
import { outcomePhrase } from '../reading/outcome-phrase.ts';
import { settingsNotAsWritten } from '../reading/settings.ts';
import { changeLines } from './change-lines.ts';
import { findingLines } from './finding-lines.ts';
import type { Cell } from './layout/align-columns.ts';
import { wrapPieces } from './layout/wrap-pieces.ts';
import { settingsLines } from './settings-lines.ts';
import type { TextSetup } from './text-options.ts';

/** Path, label and status of a model: the first line that is read. */
export function headlineCells(
  model: ReportModel,
  comparison: Report['comparison'],
  { styles }: TextSetup,
): readonly Cell[] {
  const path = escapeTerminal(cutMiddle(model.path, textLimits.path));
  return [
    { text: path, style: styles.underline },
    { text: escapeTerminal(cutEnd(model.label, textLimits.label)), style: styles.bold },
    { text: statusPhrase(model, comparison), style: styles.dim },
  ];
}

/** What there is to say of a model below its headline: blocks, each of which is a list of lines. */
export function modelBlocks(model: ReportModel, setup: TextSetup): readonly (readonly string[])[] {
  const outcome = model.head === null ? null : outcomePhrase(model.head);
  return [
    relatedLines(model, setup),
    outcome === null ? [] : [`  ${outcome}`],
    findingLines(
      model.findings.map((finding) => ({ path: model.path, finding })),
      setup,
    ),
    changeLines(model, setup),
    settingsLines(model.head === null ? [] : settingsNotAsWritten(model.head), setup),
    resolvedLines(model, setup),
  ].filter((block) => block.length > 0);
}

function statusPhrase(model: ReportModel, comparison: Report['comparison']): string {
  if (comparison === null) return '';
  if (model.previousPath !== null) {
    return `renamed from ${escapeTerminal(cutMiddle(model.previousPath, textLimits.path))}`;
  }
  if (model.status === 'modified') return isChanged(model) ? '' : 'no effect';
  // Two hosts or versions compared on one file: the file is the same, and what becomes of it may not be.
  if (model.status === 'unchanged' && isChanged(model)) return 'same file';
  return model.status;
}

/** Other files that change and that the model depends on: why it is here when its own file stays. */
function relatedLines(model: ReportModel, { styles, width }: TextSetup): readonly string[] {
  if (model.changedRelatedFiles.length === 0) return [];
  const files = model.changedRelatedFiles
    .map((path) => escapeTerminal(cutMiddle(path, textLimits.path)))
    .join(', ');
  const text =
    model.status === 'unchanged' && isChanged(model)
      ? `changed through ${files}`
      : `depends on ${files}, which ${model.changedRelatedFiles.length === 1 ? 'changes' : 'change'} too`;
  return wrapPieces([{ text, style: styles.dim }], width - 2).map((line) => `  ${line}`);
}

function resolvedLines(model: ReportModel, { styles }: TextSetup): readonly string[] {
  return model.resolvedFindings.map(
    (finding) =>
      `  ${styles.green('resolved')}  ${finding.severity}  ${escapeTerminal(cutEnd(finding.ruleId, textLimits.name))}`,
  );
}
