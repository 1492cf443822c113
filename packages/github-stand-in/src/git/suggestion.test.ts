import { readSuggestion, replaceLines } from './suggestion.ts';

test.each<[string, string, string[] | null]>([
  ['a line', 'Use this:\n```suggestion\nminWorkers: 2\n```\nBye', ['minWorkers: 2']],
  ['several lines', '```suggestion\n  a: 1\n\n  b: 2\n```', ['  a: 1', '', '  b: 2']],
  ['nothing, which removes the lines', '```suggestion\n```', []],
  ['an empty line', '```suggestion\n\n```', ['']],
  ['a longer fence around backticks', '````suggestion\n```\nx\n```\n````\n', ['```', 'x', '```']],
  ['a fence closed by a longer one', '```suggestion\na\n`````', ['a']],
  ['tildes', '~~~suggestion\na\n~~~', ['a']],
  ['CR LF', '```suggestion\r\na\r\n```\r\n', ['a']],
  ['the first of two', '```suggestion\na\n```\n```suggestion\nb\n```', ['a']],
  ['the block below another one', '```yaml\na\n```\n\n```suggestion\nb\n```', ['b']],
  ['no suggestion', '```yaml\na\n```', null],
  ['a fence that does not end', '```suggestion\na\n``', null],
])('reads %s', (_, body, lines) => {
  expect(readSuggestion(body)).toEqual(lines);
});

test('replaces lines and keeps the line end of what was there', () => {
  expect(replaceLines('a\nb\nc\n', 2, 2, ['x', 'y'])).toBe('a\nx\ny\nc\n');
  expect(replaceLines('a\nb\nc\n', 1, 2, [])).toBe('c\n');
  expect(replaceLines('a\nb', 2, 2, ['x', 'y'])).toBe('a\nx\ny');
  expect(replaceLines('a\r\nb\r\n', 1, 1, ['x', 'y'])).toBe('x\r\ny\r\nb\r\n');
  expect(() => replaceLines('a\n', 2, 2, [])).toThrow('There are no lines 2 to 2 of 1');
});
