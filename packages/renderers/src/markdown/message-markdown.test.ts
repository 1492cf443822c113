import { message } from '../testing/sample-parts.ts';
import { messageMarkdown } from './message-markdown.ts';

test('values are code, words are text', () => {
  expect(messageMarkdown(message`${'a_b'} is *not* ${8}.`)).toBe('`a_b` is \\*not\\* `8`.');
});

test('two values side by side become one code span: two would be read as one with longer delimiters', () => {
  expect(messageMarkdown(message`${'a'}${'b'}`)).toBe('`ab`');
});

test('an empty value shows that it is empty', () => {
  expect(messageMarkdown(message`${''} is empty`)).toBe('`(empty)` is empty');
});

test('a message of any length is cut, and shows that it was', () => {
  const cut = messageMarkdown(message`${'a'.repeat(600)} ${'b'.repeat(600)} c`);
  expect(cut).toBe(`\`${'a'.repeat(600)}\` \`${'b'.repeat(398)}…\`…`);
});
