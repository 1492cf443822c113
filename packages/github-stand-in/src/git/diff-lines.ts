/** A run of lines that were replaced: `removed` lines from `beforeStart` by `added` lines from `afterStart` (0-based). */
export interface LineChange {
  readonly beforeStart: number;
  readonly removed: number;
  readonly afterStart: number;
  readonly added: number;
}

/** Past this many edits the rest counts as replaced as a whole, to bound time and memory. */
const mostEdits = 4_000;

/** Lines with their line ends; the last one may have none. */
export function splitLines(text: string): string[] {
  return text.split(/(?<=\n)/).filter((line) => line !== '');
}

/** How far each diagonal reaches after a number of edits; diagonals -edits, -edits + 2, …, edits. */
type Reach = Int32Array;

const reachOf = (reach: Reach | undefined, edits: number, diagonal: number): number =>
  reach?.[(diagonal + edits) / 2] ?? -1;

/** The farther of the two ways onto a diagonal: by a line that comes, or by a line that goes. */
function stepOnto(reach: Reach | undefined, edits: number, diagonal: number): { x: number; adds: boolean } {
  const byAdding = reachOf(reach, edits - 1, diagonal + 1);
  const byRemoving = reachOf(reach, edits - 1, diagonal - 1) + 1;
  const adds = diagonal === -edits || (diagonal !== edits && byRemoving <= byAdding);
  return { x: adds ? byAdding : byRemoving, adds };
}

/** The reaches of every number of edits up to the end (E. W. Myers, An O(ND) Difference Algorithm, 1986), or null. */
function traceEdits(before: readonly string[], after: readonly string[]): Reach[] | null {
  const trace: Reach[] = [];
  for (let edits = 0; edits <= Math.min(before.length + after.length, mostEdits); edits += 1) {
    const reach = new Int32Array(edits + 1);
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      let x = edits === 0 ? 0 : stepOnto(trace.at(-1), edits, diagonal).x;
      while (x < before.length && x - diagonal < after.length && before[x] === after[x - diagonal]) x += 1;
      reach[(diagonal + edits) / 2] = x;
      if (x >= before.length && x - diagonal >= after.length) return [...trace, reach];
    }
    trace.push(reach);
  }
  return null;
}

/** Which lines go and which come, walking the trace back from the end. */
function markEdits(trace: readonly Reach[], before: number, after: number): [Set<number>, Set<number>] {
  const removed = new Set<number>();
  const added = new Set<number>();
  let [x, y] = [before, after];
  for (let edits = trace.length - 1; edits > 0; edits -= 1) {
    const diagonal = x - y;
    const step = stepOnto(trace[edits - 1], edits, diagonal);
    if (step.adds) {
      [x, y] = [step.x, step.x - diagonal - 1];
      added.add(y);
    } else {
      [x, y] = [step.x - 1, step.x - diagonal];
      removed.add(x);
    }
  }
  return [removed, added];
}

function countWhile(limit: number, isEqual: (at: number) => boolean): number {
  let count = 0;
  while (count < limit && isEqual(count)) count += 1;
  return count;
}

/** The smallest set of replaced runs that turns one list of lines into the other, in order. */
export function diffLines(before: readonly string[], after: readonly string[]): LineChange[] {
  const shorter = Math.min(before.length, after.length);
  const head = countWhile(shorter, (at) => before[at] === after[at]);
  const tail = countWhile(shorter - head, (at) => before.at(-1 - at) === after.at(-1 - at));
  const middleBefore = before.slice(head, before.length - tail);
  const middleAfter = after.slice(head, after.length - tail);
  if (middleBefore.length === 0 && middleAfter.length === 0) return [];
  const trace = traceEdits(middleBefore, middleAfter);
  if (trace === null) {
    return [{ beforeStart: head, removed: middleBefore.length, afterStart: head, added: middleAfter.length }];
  }

  const [removed, added] = markEdits(trace, middleBefore.length, middleAfter.length);
  const changes: LineChange[] = [];
  let [x, y] = [0, 0];
  while (x < middleBefore.length || y < middleAfter.length) {
    const gone = countWhile(Infinity, (at) => removed.has(x + at));
    const come = countWhile(Infinity, (at) => added.has(y + at));
    if (gone + come === 0) {
      [x, y] = [x + 1, y + 1];
    } else {
      changes.push({ beforeStart: head + x, removed: gone, afterStart: head + y, added: come });
      [x, y] = [x + gone, y + come];
    }
  }
  return changes;
}
