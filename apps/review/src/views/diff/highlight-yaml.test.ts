import { hostileStrings } from '@topodiff/testkit';
import fc from 'fast-check';
import { highlightYaml } from './highlight-yaml.ts';

const textOf = (line: string) =>
  highlightYaml(line)
    .map(({ text }) => text)
    .join('');

test.each<[string, readonly string[]]>([
  ['nproc-per-node: 8', ['key:nproc-per-node', 'mark::', 'plain: ', 'constant:8']],
  [
    '  nproc: "8" # text',
    ['mark:  ', 'key:nproc', 'mark::', 'plain: ', 'string:"8"', 'plain: ', 'comment:# text'],
  ],
  ['# all of it', ['comment:# all of it']],
  ['- tp', ['mark:- ', 'plain:tp']],
  ['model: a#b', ['key:model', 'mark::', 'plain: a#b']],
  ["'quoted key': yes", ["key:'quoted key'", 'mark::', 'plain: ', 'constant:yes']],
  ['http://host/8', ['plain:http://host/8']],
])('%s', (line, expected) => {
  expect(highlightYaml(line).map(({ kind, text }) => `${kind ?? 'plain'}:${text}`)).toEqual(expected);
});

test.each(hostileStrings)('loses nothing of $name', ({ text }) => {
  expect(textOf(text)).toBe(text);
});

test('loses nothing of any line, and marks nothing that is empty', () => {
  const line = fc.string({ unit: fc.constantFrom(...'ab8 \t-:#"\'[]{},&*!\\.') });
  fc.assert(
    fc.property(line, (text) => {
      expect(textOf(text)).toBe(text);
      expect(highlightYaml(text).every((token) => token.text !== '')).toBe(true);
    }),
  );
});

test('stays quick on long lines of what could be anything', () => {
  const start = performance.now();
  for (const unit of ['a ', ': ', '- ', '"', "'", '# ', '[', '8 '])
    highlightYaml(unit.repeat(1000).slice(0, 2000));
  expect(performance.now() - start).toBeLessThan(1000);
});
