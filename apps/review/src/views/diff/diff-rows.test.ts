import { linesOfHunk, splitRows } from './diff-rows.ts';

const hunk = {
  baseStart: 4,
  baseLines: 4,
  headStart: 4,
  headLines: 4,
  lines: [' a', '-b', '-c', '+B', ' d', '+e', '\\ No newline at end of file'],
};

test('lines have their numbers on both sides', () => {
  expect(
    linesOfHunk(hunk).map(({ kind, text, baseLine, headLine }) => [kind, text, baseLine, headLine]),
  ).toEqual([
    ['same', 'a', 4, 4],
    ['removed', 'b', 5, null],
    ['removed', 'c', 6, null],
    ['added', 'B', null, 5],
    ['same', 'd', 7, 6],
    ['added', 'e', null, 7],
  ]);
});

test('the remark about the end belongs to the line before it', () => {
  expect(linesOfHunk(hunk).map(({ hasNoEnd }) => hasNoEnd)).toEqual([
    false,
    false,
    false,
    false,
    false,
    true,
  ]);
});

test('side by side, removed lines stand beside the added ones', () => {
  expect(
    splitRows(linesOfHunk(hunk)).map(({ base, head }) => [base?.text ?? null, head?.text ?? null]),
  ).toEqual([
    ['a', 'a'],
    ['b', 'B'],
    ['c', null],
    ['d', 'd'],
    [null, 'e'],
  ]);
});

test('an added line before a removed one is not its pair', () => {
  const rows = splitRows(linesOfHunk({ ...hunk, lines: ['+x', '-y', '+z'] }));
  expect(rows.map(({ base, head }) => [base?.text ?? null, head?.text ?? null])).toEqual([
    [null, 'x'],
    ['y', 'z'],
  ]);
});
