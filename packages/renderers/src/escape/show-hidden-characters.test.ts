import { escapeHiddenInJson, showHiddenCharacters } from './show-hidden-characters.ts';

describe('showHiddenCharacters', () => {
  test.each([
    [
      'plain text, with “letters” of any kind: ü → 中 😀',
      'plain text, with “letters” of any kind: ü → 中 😀',
    ],
    ['one\r\ntwo\tthree', 'one\\r\\ntwo\\tthree'],
    ['\u0000\u0007\u001b[31m\u007f\u009b', '\\x00\\x07\\x1b[31m\\x7f\\x9b'],
    ['a\u00a0b\u3000c', 'a\\xa0b\\u3000c'],
    ['\u202egnp.exe\u2066', '\\u202egnp.exe\\u2066'],
    ['a\u200bb\ufeffc\u00add', 'a\\u200bb\\ufeffc\\xadd'],
    ['\u2028\u2029', '\\u2028\\u2029'],
    ['a\ud800b', 'a\\ud800b'],
    ['\u{e0041}', '\\u{e0041}'],
    [`a${'\u0301'.repeat(4)}`, `a${'\u0301'.repeat(4)}`],
    [`a${'\u0301'.repeat(9)}`, `a${'\u0301'.repeat(4)}…`],
  ])('%j', (text, shown) => {
    expect(showHiddenCharacters(text)).toBe(shown);
  });
});

describe('escapeHiddenInJson', () => {
  test.each(['a\u202eb', 'a\u009bb', 'a\u{e0041}b', 'a\ud800b', 'a\u001bb\n', 'plain'])(
    '%j stays the same value and shows nothing that acts',
    (text) => {
      const json = escapeHiddenInJson(JSON.stringify({ text }, null, 2));
      expect(JSON.parse(json)).toEqual({ text });
      expect(json).toMatch(/^[\x20-\x7e\n]*$/);
    },
  );
});
