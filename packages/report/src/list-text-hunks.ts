import { findTextHunks } from '@topodiff/diff';
import type { ReportModel } from './report.ts';
import type { ModelInput, SourceText } from './review-input.ts';

/** More lines than this are left out: the report shows what changes, the repository keeps the text. */
const mostLines = 2_000;

/** The same for characters, which a few very long lines can have. */
const mostCharacters = 200_000;

/**
 * The text diff of a model; none when a side could not be read.
 *
 * @returns null when there is one and it is too long to be shown
 */
export function listTextHunks({
  base,
  head,
}: Pick<ModelInput, 'base' | 'head'>): ReportModel['textHunks'] | null {
  const baseText = textOf(base);
  const headText = textOf(head);
  if (baseText === undefined || headText === undefined) return [];
  const hunks = findTextHunks(baseText, headText);
  if (hunks === null) return null;
  const lines = hunks.flatMap((hunk) => hunk.lines);
  const characters = lines.reduce((sum, line) => sum + line.length, 0);
  if (lines.length > mostLines || characters > mostCharacters) return null;
  return hunks.map((hunk) => ({ ...hunk, lines: [...hunk.lines] }));
}

/** An absent side is an empty text; an unreadable one is none. */
function textOf(source: SourceText | null): string | undefined {
  if (source === null) return '';
  return source.kind === 'text' ? source.text : undefined;
}
