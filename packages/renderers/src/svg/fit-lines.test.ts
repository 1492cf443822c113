import { fitLine, fitLines } from './fit-lines.ts';

// At size 10 a column is 5.8 wide.
test.each([
  ['worker-0', 58, 'worker-0'],
  ['worker-0', 40, 'worke…'],
  ['漢字漢字', 40, '漢字…'],
  ['a\nb\u202e', 58, 'a\\nb\\u202e'],
  ['a\u202e', 30, 'a\\u2…'],
])('%j within %i is %j', (text, width, line) => {
  expect(fitLine(text, width, 10)).toBe(line);
});

test.each([
  ['one two three', 1, ['one two…']],
  ['one two three', 2, ['one two', 'three']],
  ['one two three four five', 2, ['one two', 'three f…']],
  ['abcdefghijkl', 2, ['abcdefg…']],
  ['   ', 2, []],
])('%j on %i lines is %j', (text, most, lines) => {
  expect(fitLines(text, 50, 10, most)).toEqual(lines);
});
