import { compareKeyedLists } from './keyed-list.ts';

interface Member {
  readonly id: string;
  readonly value: number;
}

const member = (id: string, value: number): Member => ({ id, value });

test('compares by key, not by position', () => {
  expect(
    compareKeyedLists(
      [member('a', 1), member('b', 2), member('c', 3)],
      [member('d', 4), member('c', 30), member('a', 10)],
      ({ id }) => id,
    ),
  ).toEqual({
    added: [member('d', 4)],
    removed: [member('b', 2)],
    mutual: [
      { base: member('c', 3), head: member('c', 30) },
      { base: member('a', 1), head: member('a', 10) },
    ],
  });
});

test('of two members with one key the last counts', () => {
  expect(
    compareKeyedLists([member('a', 1), member('a', 2)], [member('a', 3), member('a', 4)], ({ id }) => id),
  ).toEqual({ added: [], removed: [], mutual: [{ base: member('a', 2), head: member('a', 4) }] });
});

test('keys that are names of an object prototype are keys like others', () => {
  expect(compareKeyedLists([], [member('__proto__', 1)], ({ id }) => id).added).toEqual([
    member('__proto__', 1),
  ]);
});
