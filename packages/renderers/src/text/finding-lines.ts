import type { ReportFinding } from '@topodiff/report';
import { escapeTerminal } from '../escape/escape-terminal.ts';
import { textLimits } from '../limits.ts';
import { cutEnd, cutMiddle } from '../reading/cut-text.ts';
import { acceptancePieces } from './acceptance-phrase.ts';
import { alignColumns, type Cell } from './layout/align-columns.ts';
import { displayWidth } from './layout/display-width.ts';
import { wrapPieces, type Piece } from './layout/wrap-pieces.ts';
import { messagePieces } from './message-pieces.ts';
import { severityStyle, type TextSetup } from './text-options.ts';

/** A finding and the file that it is in. */
export interface PlacedFinding {
  readonly path: string;
  readonly finding: ReportFinding;
}

/**
 * Findings as linters print them: `path:line:col  error  message  rule-id`, below it whether somebody accepts it and the
 * suggestion. When one of the lines would be too long, all messages move below their line instead.
 */
export function findingLines(findings: readonly PlacedFinding[], setup: TextSetup): readonly string[] {
  const rows = findings.map(({ path, finding }) => findingRow(path, finding, setup));
  const inColumns = rows.map((row): readonly Cell[] => [row.place, row.severity, row.message, row.rule]);
  const fits = alignColumns(inColumns.map((row) => row.map(({ text }) => ({ text })))).every(
    (line) => displayWidth(line) <= setup.width - 2,
  );
  const heads = alignColumns(fits ? inColumns : rows.map((row) => [row.place, row.severity, row.rule]));
  return rows.flatMap((row, index) => [
    `  ${heads[index]}`,
    ...(fits ? [] : wrapPieces(row.pieces, setup.width - 4).map((line) => `    ${line}`)),
    ...acceptanceLines(row.finding, setup),
    ...suggestionLines(row.finding, setup),
  ]);
}

function findingRow(path: string, finding: ReportFinding, { styles }: TextSetup) {
  const { line, column } = finding.range.start;
  const pieces = messagePieces(finding.messageParts, styles);
  const message: Cell = {
    text: pieces.map((piece) => piece.text).join(''),
    style: () => pieces.map(stylePiece).join(''),
  };
  const note = finding.isInBase ? ' (also in base)' : '';
  return {
    finding,
    pieces,
    message,
    place: {
      text: `${escapeTerminal(cutMiddle(path, textLimits.path))}:${line}:${column}`,
    },
    severity: { text: finding.severity, style: severityStyle(finding.severity, styles) },
    rule: {
      text: `${escapeTerminal(cutEnd(finding.ruleId, textLimits.name))}${note}`,
      style: styles.dim,
    },
  };
}

function acceptanceLines({ acceptance }: ReportFinding, { styles, width }: TextSetup): readonly string[] {
  if (acceptance === null) return [];
  return wrapPieces(acceptancePieces(acceptance, styles), width - 4).map((line) => `    ${line}`);
}

function suggestionLines(finding: ReportFinding, { styles, width }: TextSetup): readonly string[] {
  if (finding.suggestionParts.length === 0) return [];
  const pieces: readonly Piece[] = [
    { text: 'fix:', style: styles.dim },
    { text: ' ' },
    ...messagePieces(finding.suggestionParts, styles),
  ];
  return wrapPieces(pieces, width - 4).map((line) => `    ${line}`);
}

function stylePiece({ text, style }: Piece): string {
  return style === undefined ? text : style(text);
}
