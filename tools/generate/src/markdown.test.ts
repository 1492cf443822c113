import { codeBlock, formatParts, textLine } from './markdown.ts';

describe('Markdown', () => {
  test('text keeps its code and loses its markup', () => {
    expect(textLine('a <b> | c* in `d|<e>` [f]')).toBe('a \\<b\\> \\| c\\* in `d|<e>` \\[f\\]');
  });

  test('values are code, whatever is in them', () => {
    expect(
      formatParts([
        { kind: 'text', text: 'is ' },
        { kind: 'value', text: '"8"' },
        { kind: 'text', text: ' or ' },
        { kind: 'value', text: '`x`' },
      ]),
    ).toBe('is `"8"` or `` `x` ``');
  });

  test('a code block closes after its content', () => {
    expect(codeBlock('yaml', 'a: 1\n')).toBe('```yaml\na: 1\n```');
    expect(codeBlock('yaml', 'a: ```')).toBe('````yaml\na: ```\n````');
  });
});
