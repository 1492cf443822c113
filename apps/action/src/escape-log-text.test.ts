import { escapeLogText } from './escape-log-text.ts';

describe('escapeLogText', () => {
  test.each([
    {
      name: 'plain text stays',
      text: 'llama: tp 4 GPUs → pptp 8 GPUs',
      line: 'llama: tp 4 GPUs → pptp 8 GPUs',
    },
    { name: 'a line break', text: 'a\n::error::b\r\n', line: 'a\\u000a::error::b\\u000d\\u000a' },
    { name: 'a command at the start', text: '::add-mask::x', line: '\\u003a:add-mask::x' },
    { name: 'a command after blanks', text: '  ::error::x', line: '  \\u003a:error::x' },
    { name: 'a command of the old form', text: 'a ##[error]x', line: 'a # #[error]x' },
    { name: 'terminal control', text: 'a\u001b[31mb\u202ec', line: 'a\\u001b[31mb\\u202ec' },
  ])('$name', ({ text, line }) => {
    expect(escapeLogText(text)).toBe(line);
  });
});
