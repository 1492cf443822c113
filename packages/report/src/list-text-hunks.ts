import { findTextHunks } from '@topodiff/diff';
import type { ReportModel } from './report.ts';
import type { ModelInput, SourceText } from './review-input.ts';

/** Hunks longer than this are left out: the report shows what changes, the repository keeps the text. */
const mostShownLines = 2_000;

/** The text diff of a model; none when a side could not be read or the texts have too little in common to be shown. */
export function listTextHunks({ base, head }: ModelInput): ReportModel['textHunks'] {
  const texts = [base, head].map(textOf);
  const [baseText, headText] = texts;
  if (baseText === undefined || headText === undefined) return [];
  const hunks = findTextHunks(baseText, headText) ?? [];
  const lineCount = hunks.reduce((total, hunk) => total + hunk.lines.length, 0);
  if (lineCount > mostShownLines) return [];
  return hunks.map((hunk) => ({ ...hunk, lines: [...hunk.lines] }));
}

/** An absent side is an empty text; an unreadable one is none. */
function textOf(source: SourceText | null): string | undefined {
  if (source === null) return '';
  return source.kind === 'text' ? source.text : undefined;
}
