import { findPatchLine, readPatch } from './patch-lines.ts';
import { writePatch } from './write-patch.ts';

const numbered = (from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, at) => `line ${from + at}`);
const before = numbered(1, 40);
const after = [...numbered(1, 4), 'new', 'newer', ...numbered(6, 29), ...numbered(31, 40)];
const { text: patch } = writePatch(before.join('\n'), after.join('\n'));

test('finds what a hunk shows and nothing else', () => {
  const shown = (side: 'LEFT' | 'RIGHT'): number[] =>
    Array.from({ length: 42 }, (_, at) => at + 1).filter(
      (number) => findPatchLine(patch, side, number) !== undefined,
    );
  expect(shown('LEFT')).toEqual([2, 3, 4, 5, 6, 7, 8, 27, 28, 29, 30, 31, 32, 33]);
  expect(shown('RIGHT')).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 28, 29, 30, 31, 32, 33]);
});

test('tells the text, both numbers, the position, and the hunk down to the line', () => {
  expect(findPatchLine(patch, 'RIGHT', 5)).toMatchObject({
    line: { text: 'new', left: null, right: 5, position: 5 },
    excerpt: '@@ -2,7 +2,8 @@ line 1\n line 2\n line 3\n line 4\n-line 5\n+new',
  });
  expect(findPatchLine(patch, 'LEFT', 30)?.line).toEqual({
    text: 'line 30',
    left: 30,
    right: null,
    position: 14,
  });
  expect(readPatch(patch)).toHaveLength(2);
});

test('counts no line for the note of a missing line feed', () => {
  const { text } = writePatch('a\nb', 'a\nc');
  expect(text).toContain('\\ No newline');
  expect(findPatchLine(text, 'RIGHT', 2)?.line.text).toBe('c');
  expect(findPatchLine(text, 'RIGHT', 3)).toBeUndefined();
});
