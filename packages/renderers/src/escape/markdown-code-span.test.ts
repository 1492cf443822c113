import { codeSpan, tableCodeSpan } from './markdown-code-span.ts';

describe('codeSpan', () => {
  test.each([
    ['tp', '`tp`'],
    ['', '`(empty)`'],
    ['a`b', '``a`b``'],
    ['`a', '`` `a ``'],
    ['a``', '``` a`` ```'],
    [' a ', '`  a  `'],
    [' a', '` a`'],
    ['   ', '`   `'],
    ['@octocat #1', '`@octocat #1`'],
    ['a\nb', '`a\\nb`'],
    ['a|b', '`a|b`'],
  ])('%j', (text, markdown) => {
    expect(codeSpan(text)).toBe(markdown);
  });
});

describe('tableCodeSpan', () => {
  test.each([
    ['a|b', '`a\\|b`'],
    ['a`|', '``a`\\|``'],
    ['a\\|b', '<code>a&#92;&#124;b</code>'],
    ['a\\b', '`a\\b`'],
  ])('%j', (text, markdown) => {
    expect(tableCodeSpan(text)).toBe(markdown);
  });
});
