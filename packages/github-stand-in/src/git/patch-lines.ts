/** A side of a diff: `LEFT` has the lines before, `RIGHT` those after. */
export type DiffSide = 'LEFT' | 'RIGHT';

/** A line that a patch shows. */
export interface PatchLine {
  /** The line's text without the sign. */
  readonly text: string;
  /** From 1; null for an added line. */
  readonly left: number | null;
  /** From 1; null for a removed line. */
  readonly right: number | null;
  /** Rows below the first `@@`, as GitHub counts: further `@@` rows count too. */
  readonly position: number;
}

/** One hunk of a patch: its `@@` row and the rows below. */
export interface PatchHunk {
  readonly header: string;
  readonly rows: readonly string[];
  /** For each row; null for the note that a line has no line feed. */
  readonly lines: readonly (PatchLine | null)[];
}

/** A line of a patch with the hunk that shows it. */
export interface FoundLine {
  readonly line: PatchLine;
  readonly hunk: PatchHunk;
  /** The hunk down to the line, as GitHub's `diff_hunk` has it. */
  readonly excerpt: string;
}

function readHunk(header: string, rows: readonly string[], firstPosition: number): PatchHunk {
  const match = /^@@ -(\d+)(?:,\d+)? \+(\d+)/.exec(header);
  let [left, right] = [Number(match?.[1] ?? 0), Number(match?.[2] ?? 0)];
  const lines = rows.map((row, at): PatchLine | null => {
    const sign = row.slice(0, 1);
    if (sign === '\\') return null;
    const line = {
      text: row.slice(1),
      left: sign === '+' ? null : left,
      right: sign === '-' ? null : right,
      position: firstPosition + at,
    };
    if (sign !== '+') left += 1;
    if (sign !== '-') right += 1;
    return line;
  });
  return { header, rows, lines };
}

/** The hunks of a patch as GitHub's `patch` has them. */
export function readPatch(patch: string): PatchHunk[] {
  const rows = patch.split('\n');
  const starts = rows.flatMap((row, at) => (row.startsWith('@@ ') ? [at] : []));
  return starts.map((start, at) =>
    readHunk(rows[start] ?? '', rows.slice(start + 1, starts[at + 1]), start + 1),
  );
}

/** The line of a number on a side, or undefined when no hunk shows it: neither as changed nor as context. */
export function findPatchLine(patch: string, side: DiffSide, number: number): FoundLine | undefined {
  for (const hunk of readPatch(patch)) {
    const at = hunk.lines.findIndex((line) => (side === 'LEFT' ? line?.left : line?.right) === number);
    const line = hunk.lines[at] ?? null;
    if (line !== null) {
      return { line, hunk, excerpt: [hunk.header, ...hunk.rows.slice(0, at + 1)].join('\n') };
    }
  }
  return undefined;
}
