import { readMarkdown } from './read-markdown.ts';

describe('what the reader of the contract sees', () => {
  test('text, links and code of a page of ours', () => {
    const page = '### A **b**\n\n- [`c`](https://example.com/d#L1) e \\*f\\* @&#8203;g\n\n<sub>h</sub>\n';
    expect(readMarkdown(page)).toEqual({
      links: ['https://example.com/d#L1'],
      texts: ['A ', 'b', ' e *f* @\u200bg', 'h'],
      problems: [],
    });
  });

  test.each([
    ['an element', 'a <img src=x> b'],
    ['an element that stays open', '<details><summary>a</summary>'],
    ['an element that closes nothing', 'a</details>'],
    ['emphasis', 'a *b* c'],
    ['a link to elsewhere', 'a [b](javascript:alert) c'],
    ['a code span that stays open', 'a `b c'],
    ['a fence that stays open', '```diff\na'],
    ['a fence that ends early', '```diff\na\n````\n```'],
    ['a row with too many cells', '| a | b |\n|---|---|\n| a | b | c |'],
    ['a heading inside', 'a\n# b'],
    ['a list inside', '1. b'],
    ['a bare ampersand', 'a & b'],
  ])('%s is a problem', (_name, page) => {
    expect(readMarkdown(page).problems).not.toEqual([]);
  });
});
