import fc from 'fast-check';
import { diffLines, splitLines } from './diff-lines.ts';
import type { LineChange } from './diff-lines.ts';

function applyChanges(
  before: readonly string[],
  after: readonly string[],
  changes: readonly LineChange[],
): string[] {
  const result: string[] = [];
  let at = 0;
  for (const change of changes) {
    result.push(...before.slice(at, change.beforeStart));
    result.push(...after.slice(change.afterStart, change.afterStart + change.added));
    at = change.beforeStart + change.removed;
  }
  return [...result, ...before.slice(at)];
}

/** The classic table of longest common subsequences, for the least possible number of edits. */
function countLeastEdits(before: readonly string[], after: readonly string[]): number {
  let row = new Array<number>(after.length + 1).fill(0);
  for (const line of before) {
    const next = [0];
    after.forEach((other, at) => {
      next.push(line === other ? (row[at] ?? 0) + 1 : Math.max(row[at + 1] ?? 0, next[at] ?? 0));
    });
    row = next;
  }
  return before.length + after.length - 2 * (row.at(-1) ?? 0);
}

const lines = fc.array(fc.constantFrom('a\n', 'b\n', 'c\n', 'd\n'), { maxLength: 30 });

test('turns one list of lines into the other with as few edits as can be', () => {
  fc.assert(
    fc.property(lines, lines, (before, after) => {
      const changes = diffLines(before, after);
      expect(applyChanges(before, after, changes)).toEqual(after);
      const edits = changes.reduce((sum, { removed, added }) => sum + removed + added, 0);
      expect(edits).toBe(countLeastEdits(before, after));
    }),
    { numRuns: 500 },
  );
});

test('replaces the differing middle as a whole when it would take thousands of edits', () => {
  const before = ['same\n', ...Array.from({ length: 3_000 }, (_, at) => `old ${at}\n`), 'same\n'];
  const after = ['same\n', ...Array.from({ length: 3_000 }, (_, at) => `new ${at}\n`), 'same\n'];
  expect(diffLines(before, after)).toEqual([{ beforeStart: 1, removed: 3_000, afterStart: 1, added: 3_000 }]);
});

test('keeps line ends with their lines', () => {
  expect(splitLines('a\nb\r\nc')).toEqual(['a\n', 'b\r\n', 'c']);
  expect(splitLines('')).toEqual([]);
});
