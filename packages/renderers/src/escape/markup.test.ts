import { block, fileLine, inline, styleSheet } from './markup.ts';

test('texts and values are escaped, markup is taken as it is', () => {
  const bold = inline('b', { title: '"<&' }, 'a < b');
  expect(inline('p', { class: undefined, 'data-x': 1 }, 'x & ', bold).toString()).toBe(
    '<p data-x="1">x &amp; <b title="&quot;&lt;&amp;">a &lt; b</b></p>',
  );
});

test('children of a block stand on lines of their own', () => {
  expect(block('g', {}, [inline('rect', { x: 1 }), 'a\nb']).toString()).toBe(
    '<g>\n<rect x="1"/>\na\\nb\n</g>',
  );
});

test('only elements that never have content close themselves', () => {
  expect([inline('br', {}), inline('p', {}), block('g', {}, [])].map(String)).toEqual([
    '<br/>',
    '<p></p>',
    '<g></g>',
  ]);
});

test('tabs of a file stay tabs', () => {
  expect(inline('pre', {}, fileLine('\ta\r<\u202e')).toString()).toBe('<pre>\ta\\r&lt;\\u202e</pre>');
});

test('style rules cannot end their element', () => {
  expect(String(styleSheet('a {\n}\n'))).toBe('<style>\na {\n}\n</style>');
  expect(() => styleSheet('</style>')).toThrow(RangeError);
});
