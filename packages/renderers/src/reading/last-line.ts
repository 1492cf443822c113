import type { ReportRange } from '@topodiff/report';

/** The last line that a range shows: one that ends before the first character of a line does not show that line. */
export function lastLine({ start, end }: ReportRange): number {
  return end.column === 1 && end.line > start.line ? end.line - 1 : end.line;
}
