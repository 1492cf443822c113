import { diffLines, splitLines } from './diff-lines.ts';
import type { LineChange } from './diff-lines.ts';

/** The hunks of a unified diff without file headers, as GitHub's `patch` has them, and its counts of lines. */
export interface Patch {
  /** Empty when no line differs. */
  readonly text: string;
  readonly additions: number;
  readonly deletions: number;
}

const context = 3;

/** Joins changes whose context would overlap or touch. */
function groupIntoHunks(changes: readonly LineChange[]): LineChange[][] {
  const hunks: LineChange[][] = [];
  for (const change of changes) {
    const last = hunks.at(-1)?.at(-1);
    if (last !== undefined && change.beforeStart - (last.beforeStart + last.removed) <= 2 * context) {
      hunks.at(-1)?.push(change);
    } else {
      hunks.push([change]);
    }
  }
  return hunks;
}

/** `start,count` as diff writes it: the count only when it is not 1, an empty range starting a line early. */
function formatRange(start: number, count: number): string {
  if (count === 1) return String(start + 1);
  return `${count === 0 ? start : start + 1},${count}`;
}

function formatLine(sign: string, line: string): string {
  return line.endsWith('\n') ? `${sign}${line}` : `${sign}${line}\n\\ No newline at end of file\n`;
}

/** What Git prints after the range: the nearest line above that begins with a letter, `_` or `$`. */
function findHeading(before: readonly string[], above: number): string {
  for (let at = above - 1; at >= 0; at -= 1) {
    const line = before[at] ?? '';
    if (/^[A-Za-z_$]/.test(line)) return ` ${line.trimEnd().slice(0, 80)}`;
  }
  return '';
}

function formatHunk(
  hunk: readonly LineChange[],
  before: readonly string[],
  after: readonly string[],
): string {
  const [first] = hunk;
  const last = hunk.at(-1);
  if (first === undefined || last === undefined) return '';
  const lead = Math.min(context, first.beforeStart);
  const endBefore = Math.min(before.length, last.beforeStart + last.removed + context);
  const startBefore = first.beforeStart - lead;
  const startAfter = first.afterStart - lead;
  const endAfter = last.afterStart + last.added + (endBefore - last.beforeStart - last.removed);

  let at = startBefore;
  const lines: string[] = [];
  const addContext = (end: number): void => {
    lines.push(...before.slice(at, end).map((line) => formatLine(' ', line)));
    at = end;
  };
  for (const change of hunk) {
    addContext(change.beforeStart);
    at += change.removed;
    lines.push(
      ...before.slice(change.beforeStart, at).map((line) => formatLine('-', line)),
      ...after
        .slice(change.afterStart, change.afterStart + change.added)
        .map((line) => formatLine('+', line)),
    );
  }
  addContext(endBefore);
  const ranges = `-${formatRange(startBefore, endBefore - startBefore)} +${formatRange(startAfter, endAfter - startAfter)}`;
  return `@@ ${ranges} @@${findHeading(before, startBefore)}\n${lines.join('')}`;
}

/** The difference of two texts as hunks with three lines of context; no line feed at the end, as GitHub sends it. */
export function writePatch(textBefore: string, textAfter: string): Patch {
  const before = splitLines(textBefore);
  const after = splitLines(textAfter);
  const changes = diffLines(before, after);
  const text = groupIntoHunks(changes)
    .map((hunk) => formatHunk(hunk, before, after))
    .join('');
  return {
    text: text.replace(/\n$/, ''),
    additions: changes.reduce((sum, { added }) => sum + added, 0),
    deletions: changes.reduce((sum, { removed }) => sum + removed, 0),
  };
}
