import type { ReportFinding, ReportRange } from './report.ts';

/** New text for whole lines of a file, which mends some of its findings. */
export interface FixSuggestion {
  /** 1-based, both included. */
  readonly startLine: number;
  readonly endLine: number;
  /** What the lines become, without the line break at the end. */
  readonly text: string;
  readonly findings: readonly ReportFinding[];
}

interface OffsetEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * The fixes of a model's findings as changes of whole lines, in file order: taken together they give what `topodiff fix`
 * gives. Fixes that touch the same lines are one suggestion. Accepted findings get none, nor do texts with line breaks
 * other than `\n`, whose lines GitHub counts differently.
 */
export function suggestFixes(findings: readonly ReportFinding[], text: string): readonly FixSuggestion[] {
  if (/[\r\u0085\u2028\u2029]/.test(text)) return [];
  const lineStarts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
  const offsetOf = ({ line, column }: ReportRange['start']) =>
    Math.min((lineStarts[line - 1] ?? text.length) + column - 1, text.length);
  const chosen: { readonly finding: ReportFinding; readonly edits: readonly OffsetEdit[] }[] = [];
  for (const finding of findings) {
    if (finding.fix === null || finding.fix.edits.length === 0 || finding.acceptance?.state === 'counts')
      continue;
    const edits = finding.fix.edits.map(({ range, text }) => ({
      start: offsetOf(range.start),
      end: offsetOf(range.end),
      text,
    }));
    // As `topodiff fix` does: of two fixes that touch each other the first is made, the other when it is asked again.
    const isTaken = chosen.some((other) =>
      other.edits.some((edit) => edits.some((own) => doTouch(own, edit))),
    );
    if (!isTaken) chosen.push({ finding, edits });
  }
  const lineAt = (offset: number) => findLine(lineStarts, offset);
  const groups: { startLine: number; endLine: number; findings: ReportFinding[]; edits: OffsetEdit[] }[] = [];
  const spans = chosen.map(({ finding, edits }) => ({
    finding,
    edits,
    startLine: Math.min(...edits.map(({ start }) => lineAt(start))),
    endLine: Math.max(...edits.map(({ start, end }) => lineAt(Math.max(start, end)))),
  }));
  for (const span of [...spans].sort((a, b) => a.startLine - b.startLine || a.endLine - b.endLine)) {
    const last = groups.at(-1);
    if (last !== undefined && span.startLine <= last.endLine) {
      last.endLine = Math.max(last.endLine, span.endLine);
      last.findings.push(span.finding);
      last.edits.push(...span.edits);
    } else {
      groups.push({
        startLine: span.startLine,
        endLine: span.endLine,
        findings: [span.finding],
        edits: [...span.edits],
      });
    }
  }
  return groups.map(({ startLine, endLine, findings: mended, edits }) => {
    const start = lineStarts[startLine - 1] ?? 0;
    const nextLine = lineStarts[endLine];
    const end = nextLine === undefined ? text.length : nextLine - 1;
    return { startLine, endLine, text: applyEdits(text, { start, end }, edits), findings: mended };
  });
}

function doTouch(a: OffsetEdit, b: OffsetEdit): boolean {
  return a.start === b.start || (a.start < b.end && b.start < a.end);
}

function findLine(lineStarts: readonly number[], offset: number): number {
  let low = 0;
  let high = lineStarts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((lineStarts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low + 1;
}

function applyEdits(
  text: string,
  lines: { readonly start: number; readonly end: number },
  edits: readonly OffsetEdit[],
): string {
  let written = '';
  let position = lines.start;
  for (const edit of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    written += text.slice(position, edit.start) + edit.text;
    position = edit.end;
  }
  return written + text.slice(position, Math.max(position, lines.end));
}
