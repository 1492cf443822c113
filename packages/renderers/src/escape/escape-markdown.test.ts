import { escapeMarkdown } from './escape-markdown.ts';

describe('escapeMarkdown', () => {
  test.each([
    ['tp 4 GPUs → pptp 8 GPUs (runs 1 GPU)', 'tp 4 GPUs → pptp 8 GPUs (runs 1 GPU)'],
    ['Write 8, not "8"; 0.12.0 is fine - really.', 'Write 8, not "8"; 0.12.0 is fine - really.'],
    ['@octocat', '@&#8203;octocat'],
    ['a@example.com', 'a@&#8203;example.com'],
    ['fixes #1', 'fixes \\#&#8203;1'],
    ['GH-1', 'GH-&#8203;1'],
    ['https://a.b and www.a.b', 'https:&#8203;//a.b and www&#8203;.a.b'],
    ['_www.a.b', '\\_www&#8203;.a.b'],
    [':tada:', ':&#8203;tada:'],
    ['deadbeefdeadbeef', 'deadbe&#8203;efdead&#8203;beef'],
    ['1048576 bytes', '1048576 bytes'],
    ['$x$', '<span>$</span>x<span>$</span>'],
    ['- item', '\\- item'],
    ['12. item', '12\\. item'],
    ['===', '\\==='],
    ['a|b', 'a\\|b'],
    ['a\\|b', 'a\\\\\\|b'],
    ['**b** _i_ ~~s~~ `c`', '\\*\\*b\\*\\* \\_i\\_ \\~\\~s\\~\\~ \\`c\\`'],
    ['<b>&lt;', '\\<b\\>\\&lt;'],
    ['[a](b)', '\\[a\\](b)'],
    ['a\nb', 'a\\\\nb'],
  ])('%j', (text, markdown) => {
    expect(escapeMarkdown(text)).toBe(markdown);
  });
});
