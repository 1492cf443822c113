import type { ReportModel } from '@topodiff/report';

type Hunk = ReportModel['textHunks'][number];

/** One line of one side, or of both. */
export interface DiffLine {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
  readonly baseLine: number | null;
  readonly headLine: number | null;
  /** The file ends here without a line break. */
  readonly hasNoEnd: boolean;
}

/** Two cells beside each other; a side that has no line there is null. */
export interface SplitRow {
  readonly base: DiffLine | null;
  readonly head: DiffLine | null;
}

/** Lines of one model that a page shows; a longer diff is read on GitHub. */
export const mostLines = 3000;

/** The lines at head that the text diff shows, so that links lead to no other. */
export function shownHeadLines({ textHunks }: Pick<ReportModel, 'textHunks'>): ReadonlySet<number> {
  const lines = textHunks.flatMap(linesOfHunk).slice(0, mostLines);
  return new Set(lines.flatMap(({ headLine }) => headLine ?? []));
}

/** The lines of a hunk with their numbers on both sides. */
export function linesOfHunk(hunk: Hunk): readonly DiffLine[] {
  const lines: DiffLine[] = [];
  let { baseStart: baseLine, headStart: headLine } = hunk;
  for (const line of hunk.lines) {
    const text = line.slice(1);
    switch (line[0]) {
      case '+':
        lines.push({ kind: 'added', text, baseLine: null, headLine: headLine++, hasNoEnd: false });
        break;
      case '-':
        lines.push({ kind: 'removed', text, baseLine: baseLine++, headLine: null, hasNoEnd: false });
        break;
      case '\\': {
        const last = lines.pop();
        if (last !== undefined) lines.push({ ...last, hasNoEnd: true });
        break;
      }
      default:
        lines.push({ kind: 'same', text, baseLine: baseLine++, headLine: headLine++, hasNoEnd: false });
    }
  }
  return lines;
}

/** Puts removed lines beside the added ones that follow them. */
export function splitRows(lines: readonly DiffLine[]): readonly SplitRow[] {
  const rows: SplitRow[] = [];
  let removed: DiffLine[] = [];
  let added: DiffLine[] = [];
  const flush = () => {
    for (let index = 0; index < Math.max(removed.length, added.length); index += 1) {
      rows.push({ base: removed[index] ?? null, head: added[index] ?? null });
    }
    removed = [];
    added = [];
  };
  for (const line of lines) {
    if (line.kind === 'same') {
      flush();
      rows.push({ base: line, head: line });
    } else if (line.kind === 'added') {
      added.push(line);
    } else {
      // A removed line behind added ones begins the next pair of runs.
      if (added.length > 0) flush();
      removed.push(line);
    }
  }
  flush();
  return rows;
}
