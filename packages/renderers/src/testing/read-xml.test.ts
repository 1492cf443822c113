import { readXml } from './read-xml.ts';

test('elements, attributes, decoded text', () => {
  const { elements, problems } = readXml('<a b="1 &amp; 2"><c-d/>x &lt; <e>y</e></a>\n');
  expect(problems).toEqual([]);
  expect(elements.map(({ name, text }) => [name, text])).toEqual([
    ['a', 'x < y'],
    ['c-d', ''],
    ['e', 'y'],
  ]);
  expect(elements[0]?.attributes).toEqual(new Map([['b', '1 & 2']]));
});

test.each([
  ['<a><b></a>', ['</a> closes b', 'a stays open']],
  ['<a></a></b>', ['</b> closes nothing']],
  ['<a b="1" b="2"></a>', ['b twice in <a b="1" b="2">']],
  ['<a b=1></a>', ['a stray <', 'text outside: a b=1>', '</a> closes nothing']],
  ['<a>&nbsp; & x</a>', ['entity &nbsp;', 'entity & x']],
  ['<a>\u0000</a>', ['character U+0']],
  ['<a></a><b></b>', ['second root b']],
  ['<a><b id="x"/><c id="x"/></a>', ['an id twice']],
])('%s is not well-formed', (source, expected) => {
  expect(readXml(source).problems).toEqual(expected);
});
