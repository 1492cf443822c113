import { hostileStrings } from '@topodiff/testkit';
import { readXml } from '../testing/read-xml.ts';
import { escapeXml } from './escape-xml.ts';

test('markup, quotes and what XML has no place for are text', () => {
  expect(escapeXml(`<a b="c" d='e'>&amp;\n\u0000\ufffe\uffff</a>]]>`)).toBe(
    '&lt;a b=&quot;c&quot; d=&#39;e&#39;&gt;&amp;amp;\\n\\x00\\ufffe\\uffff&lt;/a&gt;]]&gt;',
  );
});

test.each(hostileStrings)('$name stays text and attribute', ({ text }) => {
  const { elements, problems } = readXml(`<a b="${escapeXml(text)}">${escapeXml(text)}</a>`);
  expect(problems).toEqual([]);
  expect(elements.map(({ name }) => name)).toEqual(['a']);
  expect(elements[0]?.attributes.get('b')).toBe(elements[0]?.text);
});
