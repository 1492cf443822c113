import type { ConfigValue, SourceRange } from '@topodiff/schema';
import { formatConfigPath } from '@topodiff/schema';
import { walkValues } from './walk-values.ts';

const position = { offset: 0, line: 1, column: 1 };
const place: { range: SourceRange; source: string } = {
  range: { start: position, end: position },
  source: '',
};
const text = (value: string): ConfigValue => ({ kind: 'string', value, isPlain: true, ...place });
const list = (items: readonly ConfigValue[]): ConfigValue => ({ kind: 'list', items, ...place });
const map = (entries: readonly (readonly [ConfigValue, ConfigValue])[]): ConfigValue => ({
  kind: 'map',
  entries: entries.map(([key, value]) => ({ key, value, isMerged: false })),
  ...place,
});

describe('walkValues', () => {
  test('gives every value with its path, in document order', () => {
    const root = map([
      [text('a'), list([text('x'), map([[text('b'), text('y')]])])],
      [text('c'), text('z')],
    ]);
    expect(walkValues(root).map(({ path }) => formatConfigPath(path))).toEqual([
      '',
      'a',
      'a[0]',
      'a[1]',
      'a[1].b',
      'c',
    ]);
  });

  test('leaves out what stands under a key that is no text', () => {
    expect(walkValues(map([[list([]), text('x')]])).map(({ path }) => path)).toEqual([[]]);
  });

  test('gives nothing for no configuration', () => {
    expect(walkValues(null)).toEqual([]);
  });

  test('enters a shared collection once, so that aliases of aliases stay cheap', () => {
    let shared: ConfigValue = list([text('x')]);
    for (let depth = 0; depth < 40; depth++) shared = list([shared, shared]);
    expect(walkValues(shared).length).toBeLessThan(200);
  });
});
