import { structuredPatch } from 'diff';

/** A stretch of a text diff. Line numbers are 1-based; a side without lines has the number of the line before the gap. */
export interface TextHunk {
  readonly baseStart: number;
  readonly baseLines: number;
  readonly headStart: number;
  readonly headLines: number;
  /** Each line starts with ` `, `+`, `-`, or `\` for the remark that the line before it does not end. */
  readonly lines: readonly string[];
}

/** Lines of unchanged text around a change. */
const contextLines = 3;

/** Texts that differ in more lines than this are told apart by their effects only. */
const mostEdits = 1_000;

/** Steps of the search, which are at most edits × lines. */
const mostSteps = 50_000_000;

/**
 * The lines that differ between two texts, for people to read; changes are never found by it.
 *
 * Myers' search takes time in the order of edits × lines: 2,000 edits cost 6 s in the 1,500,000 lines that 3 MiB can hold.
 * The bound on edits therefore falls with the number of lines.
 *
 * @returns null when the texts differ too much to be shown line by line
 */
export function findTextHunks(base: string, head: string): readonly TextHunk[] | null {
  if (base === head) return [];
  const lines = countLines(base) + countLines(head);
  const patch = structuredPatch('', '', base, head, undefined, undefined, {
    context: contextLines,
    maxEditLength: Math.min(mostEdits, Math.ceil(mostSteps / lines)),
  });
  if (patch === undefined) return null;
  return patch.hunks.map((hunk) => ({
    // jsdiff numbers the line after the gap where a side has no lines, other than every patch format.
    baseStart: hunk.oldLines === 0 ? hunk.oldStart - 1 : hunk.oldStart,
    baseLines: hunk.oldLines,
    headStart: hunk.newLines === 0 ? hunk.newStart - 1 : hunk.newStart,
    headLines: hunk.newLines,
    lines: hunk.lines,
  }));
}

function countLines(text: string): number {
  let count = 1;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}
