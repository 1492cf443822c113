import type { ConfigValue, Reader } from '../document/config-value.ts';
import { LineIndex } from '../document/line-index.ts';
import { readYaml } from './read-yaml.ts';

function read(text: string, reader: Reader): unknown {
  const { result } = readYaml(text, reader, new LineIndex(text));
  if (result.kind === 'value') return result.value === null ? null : toPlain(result.value);
  const { code, crash } = result.failure;
  return `! ${crash === undefined ? code : `${code} ${crash}`}`;
}

function toPlain(value: ConfigValue): unknown {
  switch (value.kind) {
    case 'null':
      return null;
    case 'integer':
      return value.javaType === undefined || value.javaType === 'Integer'
        ? Number(value.value)
        : value.javaType;
    case 'boolean':
    case 'string':
    case 'float':
      return value.value;
    case 'list':
    case 'set':
      return value.items.map(toPlain);
    case 'map':
      return Object.fromEntries(value.entries.map(({ key, value: inner }) => [toPlain(key), toPlain(inner)]));
    case 'alias':
      return `*${value.anchor}`;
    default:
      return value.kind;
  }
}

const refused = '! syntax';

/** Each seen on SnakeYAML 2.1 in TorchServe 0.12.0 and on PyYAML 6.0.3: the text, and what both make of it. */
const alike: readonly (readonly [string, unknown])[] = [
  // Documents and directives.
  ['', null],
  ['# only words\n', null],
  ['---\n', null],
  ['--- {a: 1}\n', { a: 1 }],
  ['--- a: 1\n', refused],
  ['a: 1\n...\n...\n', { a: 1 }],
  ['a: 1\n... x\n', refused],
  ['a: 1\n---\n', '! multiple-documents'],
  ['%YAML 1.2\n---\na: 010\n', { a: 8 }],
  ['%YAML 2.0\n---\na: 1\n', refused],
  ['%YAML 1.1\n%YAML 1.1\n---\na: 1\n', refused],
  ['%FOO bar # c\n---\na: 1\n', { a: 1 }],
  ['%TAG !y! tag:yaml.org,2002:\n---\na: !y!str 1\n', { a: '1' }],
  ['%TAG !y! a:\n%TAG !y! b:\n---\na: 1\n', refused],
  ['a: !y!str 1\n', '! unsupported-tag'],
  ['a: !!i%6et "1"\n', { a: 1 }],
  ['a: !<tag:yaml.org,2002:int> "1"\n', { a: 1 }],
  ['a: ! "12"\n', { a: 12 }],
  // Where plain scalars end.
  ['a: b c\n  d\n\n  e\n', { a: 'b c d\ne' }],
  ['a: b#c #d\n', { a: 'b#c' }],
  ['a: b: c\n', refused],
  ['a:b\n', 'a:b'],
  ["a: 'b': c\n", refused],
  ['a: 1,000\n', { a: '1,000' }],
  ['a: [1,000]\n', { a: [1, 0] }],
  ['a: [b?c]\n', refused],
  ['[a:b, c: d]\n', ['a:b', { c: 'd' }]],
  ['{a: 1, b, ? c : 2, d:}\n', { a: 1, b: null, c: 2, d: null }],
  ['a: @b\n', refused],
  ['a: `b`\n', refused],
  ['a: %b\n', refused],
  ['- -1\n- - 2\n-\n', [-1, [2], null]],
  ['a:\n- 1\n- 2\nb: 3\n', { a: [1, 2], b: 3 }],
  ['a: - 1\n', refused],
  ['a: 1\n b: 2\n', refused],
  ['? a\n: b\n? c\n', { a: 'b', c: null }],
  // Quotes and escapes.
  ["a: 'it''s'\n", { a: "it's" }],
  ['a: "x\\x41\\u00e9\\U0001F600\\n\\_\\N"\n', { a: 'xAé😀\n\xa0\x85' }],
  ['a: "b\\\n   c"\n', { a: 'bc' }],
  ['a: "b \n\n  c"\n', { a: 'b\nc' }],
  ['a: "\\q"\n', refused],
  ['a: "\\x4g"\n', refused],
  ['a: "\\U00110000"\n', refused],
  ['a: "b\n---\nc"\n', refused],
  ['a: "b\n', refused],
  ["'a\n  b': 1\n", refused],
  // Block scalars.
  ['a: |\n  b\n   c\n\n', { a: 'b\n c\n' }],
  ['a: |-\n  b\n', { a: 'b' }],
  ['a: |+\n  b\n\n', { a: 'b\n\n' }],
  ['a: |2-\n    b\n', { a: '  b' }],
  ['a: >\n  b\n  c\n\n  d\n   e\n', { a: 'b c\nd\n e\n' }],
  ['a: >\n  b\n   c\n  d\n', { a: 'b\n c\nd\n' }],
  ['a: |\n  b', { a: 'b' }],
  ['a: |0\n  b\n', refused],
  ['a: | b\n', refused],
  ['a: |\nb: 1\n', { a: '', b: 1 }],
  // Characters.
  ['\ufeffa: 1\n', { a: 1 }],
  ['a: 1\rb: 2\r\nc: 3\u0085d: 4\u2028e: 5\n', { a: 1, b: 2, c: 3, d: 4, e: 5 }],
  ['a: \x07\n', '! control-character'],
  ['\ta: 1\n', '! tab-indentation'],
  ['a:\t1\n', refused],
  ['a: "1"\t\n', '! tab-after-value'],
  // Keys.
  [`${'k'.repeat(1024)}: 1\n`, { ['k'.repeat(1024)]: 1 }],
  [`${'k'.repeat(1025)}: 1\n`, refused],
  ['a: 1\nb\nc: 2\n', refused],
  // Anchors and aliases.
  ['a: &x 1\nb: *x\n', { a: 1, b: 1 }],
  ['a: *x\n', '! undefined-alias'],
  ['a: &x [*x]\n', { a: ['*x'] }],
  // Types.
  ['a: 2001-12-14t21:59:43.10-05:00\n', { a: 'timestamp' }],
  ['a: 2024-02-29\n', { a: 'timestamp' }],
  ['a: 2000-02-29\n', { a: 'timestamp' }],
  ['a: &x_1-y 1\nb: *x_1-y\n', { a: 1, b: 1 }],
  ['a: !!binary aGk=\n', { a: 'binary' }],
  ['a: !!set {x, y}\n', { a: ['x', 'y'] }],
  [
    'a: !!pairs [x: 1, x: 2]\n',
    {
      a: [
        ['x', 1],
        ['x', 2],
      ],
    },
  ],
  ['a: !!int ١\n', { a: 1 }],
  // Merges.
  ['<<: {a: 1, b: 2}\nb: 3\n', { a: 1, b: 3 }],
  ['<<: [{a: 1}, {a: 2, b: 2}]\n', { a: 1, b: 2 }],
  ['<<: 1\n', '! invalid-merge'],
  ['<<: [{a: 1}, 2]\n', '! invalid-merge'],
  ['a: &x {p: 1, <<: {q: 2}}\nb: {<<: *x}\n', { a: { q: 2, p: 1 }, b: { q: 2, p: 1 } }],
];

/** Where SnakeYAML 2.1 and PyYAML 6.0.3 part: the text, the frontend's reading, the handler's. */
const apart: readonly (readonly [string, unknown, unknown])[] = [
  ['a: 1\t\n', { a: 1 }, '! tab-after-value'],
  ['a: b\tc\n', { a: 'b\tc' }, '! tab-after-value'],
  ['a\n---b\n', refused, 'a ---b'],
  ['a: "\\/"\n', refused, { a: '/' }],
  ['a: "\\UFFFFFFFF"\n', '! parser-crash NumberFormatException', refused],
  ['a: &x.y 1\n', refused, refused],
  ['a: &é 1\nb: *é\n', { a: 1, b: 1 }, refused],
  ['a: &x 1\nb: &x 2\nc: *x\n', { a: 1, b: 2, c: 2 }, refused],
  ['a: 1\n...\n%YAML 1.1\n', { a: 1 }, refused],
  ['%YAML 1.1234\n---\na: 1\n', refused, { a: 1 }],
  ['? "a" "b"\n', { a: 'b' }, refused],
  ['a: =\n', { a: '=' }, '! unconstructable-value'],
  ['=: 1\n', { '=': 1 }, { '=': 1 }],
  ['a: <<\n', '! unsupported-tag', '! unsupported-tag'],
  ['a: !!foo 1\n', '! unsupported-tag', '! unsupported-tag'],
  ['[a]: 1\n', { a: 1 }, '! unhashable-key'],
  ['? &x [*x]\n: 1\n', '! recursive-key', '! unhashable-key'],
  ['? [&x [*x]]\n: 1\n', '! parser-crash StackOverflowError', '! unhashable-key'],
  ['a: !!omap [x: 1]\n', { a: { x: 1 } }, { a: [['x', 1]] }],
  ['a: 1e3\n', { a: 1000 }, { a: '1e3' }],
  ['a: 0000000000001\n', { a: 'Long' }, { a: 1 }],
  ['a: 99999999999999999999\n', { a: 'BigInteger' }, { a: 1e20 }],
  ['a: 2024-13-45\n', { a: 'timestamp' }, '! invalid-value'],
  ['a: 2024-01-32\n', { a: 'timestamp' }, '! invalid-value'],
  ['a: 2023-02-29\n', { a: 'timestamp' }, '! invalid-value'],
  ['a: 0000-01-01\n', { a: 'timestamp' }, '! invalid-value'],
  ['a: 2024-01-01 24:00:00\n', { a: 'timestamp' }, '! invalid-value'],
  ['a: 2024-01-01 01:00:00 +24\n', { a: 'timestamp' }, '! invalid-value'],
  ['a: 0b_\n', { a: '0b_' }, '! invalid-value'],
  ['a: ._\n', '! parser-crash NumberFormatException', { a: '._' }],
  ['a: !!int x\n', '! parser-crash NumberFormatException', '! invalid-value'],
  ['a: !!str [x]\n', '! parser-crash ClassCastException', '! invalid-value'],
  ['a: !!binary x\n', '! parser-crash IllegalArgumentException', '! invalid-value'],
  ['a: !!bool maybe\n', { a: null }, '! invalid-value'],
  ['a: !!timestamp x\n', '! invalid-value', '! invalid-value'],
  ['{1: a, true: b}\n', { 1: 'a', true: 'b' }, { 1: 'b' }],
  // A map that is merged before its own turn loses what it merges itself.
  ['b: &x {p: 1, <<: {q: 2}}\n<<: *x\n', { b: { p: 1 }, p: 1, q: 2 }, { b: { p: 1, q: 2 }, p: 1, q: 2 }],
];

test.each(alike)('both read %j', (text, expected) => {
  expect([read(text, 'frontend'), read(text, 'handler')]).toEqual([expected, expected]);
});

test.each(apart)('they read %j apart', (text, frontend, handler) => {
  expect([read(text, 'frontend'), read(text, 'handler')]).toEqual([frontend, handler]);
});

describe('limits', () => {
  const nested = (levels: number): string => `${'['.repeat(levels)}1${']'.repeat(levels)}\n`;

  test('the frontend reads 50 levels of nesting, Python some hundreds', () => {
    expect(read(nested(51), 'frontend')).toBe('! too-deep');
    expect(read(nested(50), 'frontend')).not.toBe('! too-deep');
    expect(read(nested(400), 'handler')).not.toBe('! too-deep');
    expect(read(nested(600), 'handler')).toBe('! too-deep');
  });

  test('the frontend counts 3,145,728 characters up to the last value, and not what follows it', () => {
    const long = `a: "${'x'.repeat(3_145_728)}"\n`;
    expect(read(long, 'frontend')).toBe('! too-large');
    expect(read(long, 'handler')).not.toBe('! too-large');
    expect(read(`a: 1\n#${'x'.repeat(3_145_728)}\n`, 'frontend')).toEqual({ a: 1 });
  });
});
