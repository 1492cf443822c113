import { fieldAt, parseJson, textsAt } from './json-fields.ts';

test('reads what is there, and nothing where it is not', () => {
  const value = parseJson('{"a":{"b":"text","c":null,"d":[1]}}');
  expect(fieldAt(value, 'a', 'b')).toBe('text');
  expect(fieldAt(value, 'a', 'c', 'e')).toBeUndefined();
  expect(fieldAt(value, 'a', 'b', 'length')).toBeUndefined();
  expect(fieldAt(value)).toBe(value);
  expect(parseJson('{')).toBeUndefined();
});

test('gives several texts, or none of them', () => {
  const value = { a: 'one', b: { c: 'two' }, d: 3 };
  expect(textsAt(value, ['b', 'c'], ['a'])).toEqual(['two', 'one']);
  expect(textsAt(value, ['a'], ['d'])).toBeNull();
  expect(textsAt(value, ['a'], ['e'])).toBeNull();
});
