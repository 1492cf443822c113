import { structuredPatch } from 'diff';

/** A stretch of a text diff. Line numbers are 1-based; a side without lines has the number before the gap. */
export interface TextHunk {
  readonly baseStart: number;
  readonly baseLines: number;
  readonly headStart: number;
  readonly headLines: number;
  /** Each line starts with ` `, `+` or `-`. */
  readonly lines: readonly string[];
}

/** Lines of unchanged text around a change. */
const contextLines = 3;

/** Texts that differ in more lines than this are told apart by their effects only: the search is quadratic in it. */
const mostEdits = 2_000;

/**
 * The lines that differ between two texts, for people to read; changes are never found by it.
 *
 * @returns null when the texts differ too much to be shown line by line
 */
export function findTextHunks(base: string, head: string): readonly TextHunk[] | null {
  if (base === head) return [];
  const patch = structuredPatch('', '', base, head, undefined, undefined, {
    context: contextLines,
    maxEditLength: mostEdits,
  });
  if (patch === undefined) return null;
  return patch.hunks.map((hunk) => ({
    baseStart: hunk.oldStart,
    baseLines: hunk.oldLines,
    headStart: hunk.newStart,
    headLines: hunk.newLines,
    lines: hunk.lines,
  }));
}
