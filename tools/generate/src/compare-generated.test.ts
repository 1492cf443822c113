import { compareGenerated } from './compare-generated.ts';

const files = (entries: Readonly<Record<string, string>>): ReadonlyMap<string, string> =>
  new Map(Object.entries(entries));

describe('compareGenerated', () => {
  test('finds nothing when everything is equal', () => {
    expect(compareGenerated(files({ a: '1', b: '2' }), files({ b: '2', a: '1' }))).toEqual([]);
  });

  test('finds missing, different and extra files, by path', () => {
    expect(compareGenerated(files({ a: '1', c: '3', d: '4' }), files({ c: 'x', b: '2', d: '4' }))).toEqual([
      { path: 'a', kind: 'missing' },
      { path: 'b', kind: 'extra' },
      { path: 'c', kind: 'different' },
    ]);
  });

  test('an empty file is not a missing one', () => {
    expect(compareGenerated(files({ a: '' }), files({ a: '' }))).toEqual([]);
    expect(compareGenerated(files({ a: '' }), files({}))).toEqual([{ path: 'a', kind: 'missing' }]);
  });
});
