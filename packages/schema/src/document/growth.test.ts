import { readModelConfig } from '../model-config/read-model-config.ts';
import { parseModelConfig } from './parse-model-config.ts';

const length = 150_000;

function repeat(part: string): string {
  return part.repeat(Math.floor(length / part.length));
}

function numbered(make: (index: number) => string, count: number): string {
  return Array.from({ length: count }, (_, index) => make(index)).join('');
}

/**
 * Texts that make careless parsers slow. Each takes well under a second here; time that grows with the square of the
 * length would run into the test's limit by far.
 */
const hostileTexts: Readonly<Record<string, () => string>> = {
  'many keys': () => numbered((index) => `k${index}: 1\n`, length / 12),
  'one key many times': () => repeat('k: 1\n'),
  'explicit keys': () => numbered((index) => `? k${index}\n: 1\n`, length / 14),
  'a long list': () => `a: [${repeat('1,')}]`,
  'a long list of dashes': () => `a:\n${repeat('- 1\n')}`,
  'open brackets': () => repeat('['),
  'open braces': () => repeat('{a: '),
  'closing brackets': () => repeat(']'),
  'nested dashes': () => repeat('- '),
  'nested question marks': () => repeat('? '),
  colons: () => repeat(':'),
  'percent signs': () => repeat('%a\n'),
  'exclamation marks': () => repeat('!'),
  tags: () => repeat('!a '),
  quotes: () => repeat("'"),
  escapes: () => `a: "${repeat('\\x41')}"`,
  'empty lines': () => `a: 1\n${repeat('\n')}b: 2`,
  'carriage returns': () => repeat('a: 1\r'),
  'a folded text': () => `a: >\n${repeat(' x\n')}`,
  'a plain text of many lines': () => `a:\n${repeat(' x\n')}`,
  TABs: () => `a: x${repeat('\t')}y`,
  comments: () => repeat('# x\n'),
  documents: () => repeat('---\n'),
  anchors: () => numbered((index) => `- &a${index} 1\n`, length / 16),
  'aliases of a scalar': () => `a: &a 1\nb: [${repeat('*a,')}]`,
  'aliases of a list': () => `a: &a [${'1,'.repeat(10_000)}]\nb: [${repeat('*a,')}]`,
  'a billion laughs': () =>
    `a0: &a0 [x]\n${numbered((index) => `a${index + 1}: &a${index + 1} [*a${index},*a${index}]\n`, 100)}`,
  'laughs within the limit': () =>
    `a0: &a0 [x]\n${numbered((index) => `a${index + 1}: &a${index + 1} [*a${index},*a${index}]\n`, 24)}`,
  'laughs as a key': () =>
    `a0: &a0 [x]\n${numbered((index) => `a${index + 1}: &a${index + 1} [*a${index},*a${index}]\n`, 22)}? *a20\n: 1\n`,
  'merges of merges': () =>
    `a0: &a0 {x: 1}\n${numbered((index) => `a${index + 1}: &a${index + 1} {<<: [*a${index},*a${index}], y${index}: 1}\n`, 2_000)}`,
  'many merges of one map': () =>
    `a: &a {x: 1}\n${numbered((index) => `k${index}: {<<: *a}\n`, length / 20)}`,
  'merge keys in one map': () => `{${repeat('<<: {}, ')}}`,
  'a long number': () => `a: ${repeat('9')}`,
  'a long number of base 60': () => `a: 1${repeat(':59')}`,
  'a long float': () => `a: 1${repeat('_')}.5x`,
};

/** What each reader says of them: the problem's code, or nothing. */
const problems: Readonly<Partial<Record<string, readonly [string, string]>>> = {
  'open brackets': ['too-deep', 'too-deep'],
  'open braces': ['too-deep', 'too-deep'],
  'closing brackets': ['syntax', 'syntax'],
  'nested dashes': ['too-deep', 'too-deep'],
  'nested question marks': ['too-deep', 'too-deep'],
  colons: ['syntax', 'syntax'],
  'percent signs': ['', 'syntax'],
  'exclamation marks': ['unsupported-tag', 'unsupported-tag'],
  tags: ['syntax', 'syntax'],
  TABs: ['', 'tab-after-value'],
  documents: ['multiple-documents', 'multiple-documents'],
  'aliases of a list': ['too-many-aliases', ''],
  'a billion laughs': ['too-many-aliases', ''],
  'laughs as a key': ['', 'unhashable-key'],
  'merges of merges': ['too-many-aliases', 'too-many-aliases'],
  'many merges of one map': ['too-many-aliases', ''],
  'a long number': ['', 'invalid-value'],
};

test.each(Object.keys(hostileTexts))(
  '%s',
  (name) => {
    const document = parseModelConfig(hostileTexts[name]?.() ?? '');
    readModelConfig(document, '0.12.0');
    const codes = [document.frontend, document.handler].map((reading) =>
      reading.outcome === 'unreadable' ? reading.problem.code : '',
    );
    expect(codes).toEqual(problems[name] ?? ['', '']);
    expect(document.plainScalars.every(({ path }) => path.length <= 50)).toBe(true);
    expect(document.duplicateKeys.length).toBeLessThanOrEqual(1);
  },
  20_000,
);

test('what aliases repeat is bounded: a value can be walked in full', () => {
  const { frontend, handler } = parseModelConfig(hostileTexts['laughs within the limit']?.() ?? '');
  for (const reading of [frontend, handler]) {
    if (reading.outcome !== 'loaded') throw new Error('not loaded');
    let nodes = 0;
    const waiting = [reading.root];
    for (let value = waiting.pop(); value !== undefined; value = waiting.pop()) {
      nodes += 1;
      if (value?.kind === 'list') waiting.push(...value.items);
      if (value?.kind === 'map') for (const { key, value: inner } of value.entries) waiting.push(key, inner);
    }
    expect(nodes).toBeLessThan(1_100_000);
  }
});
