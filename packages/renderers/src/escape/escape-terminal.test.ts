import { escapeTerminal } from './escape-terminal.ts';

test.each([
  ['nproc-per-node: "8"', 'nproc-per-node: "8"'],
  ['\u001b[2K\rgone', '\\x1b[2K\\rgone'],
  ['##[error]x', '#\\x23[error]x'],
  ['::error::x', '\\x3a:error::x'],
  ['a ::error::x', 'a \\x3a:error::x'],
  ['[::1]:29400', '[::1]:29400'],
  ['::1', '::1'],
  ['std::string', 'std::string'],
])('%j', (text, shown) => {
  expect(escapeTerminal(text)).toBe(shown);
});
