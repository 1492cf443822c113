/** The lines at head that one hunk of a patch shows, context included. */
export interface DiffHunk {
  readonly firstLine: number;
  readonly lastLine: number;
}

/** The hunks of a patch, as GitHub gives it for one file. Comments of a review may only stand on their lines. */
export function readDiffHunks(patch: string): readonly DiffHunk[] {
  const hunks: DiffHunk[] = [];
  for (const [, start = '', count = '1'] of patch.matchAll(/^@@ -\d+(?:,\d+)? \+(\d+)(?:,(\d+))? @@/gm)) {
    const firstLine = Number(start);
    if (Number(count) > 0) hunks.push({ firstLine, lastLine: firstLine + Number(count) - 1 });
  }
  return hunks;
}
