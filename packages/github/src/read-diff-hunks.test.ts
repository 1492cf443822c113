import { readDiffHunks } from './read-diff-hunks.ts';

test.each([
  ['no patch', '', []],
  ['one hunk', '@@ -1,3 +1,4 @@ torchrun:\n a\n-b\n+c\n+d\n e', [[1, 4]]],
  [
    'two',
    '@@ -1 +1,2 @@\n-a\n+b\n+c\n@@ -10,2 +11 @@\n-x\n y',
    [
      [1, 2],
      [11, 11],
    ],
  ],
  ['lines that only go', '@@ -3,2 +2,0 @@\n-a\n-b', []],
  ['a new file', '@@ -0,0 +1,2 @@\n+a\n+b', [[1, 2]]],
  ['a line that looks like a hunk', '@@ -1 +1 @@\n-a\n+@@ -1 +50,9 @@', [[1, 1]]],
])('%s', (_, patch, hunks) => {
  expect(readDiffHunks(patch).map(({ firstLine, lastLine }) => [firstLine, lastLine])).toEqual(hunks);
});
