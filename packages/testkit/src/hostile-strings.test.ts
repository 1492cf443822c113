import { hostileStrings } from './hostile-strings.ts';

test('every hostile string has a name and a text of its own', () => {
  expect(new Set(hostileStrings.map(({ name }) => name)).size).toBe(hostileStrings.length);
  expect(new Set(hostileStrings.map(({ text }) => text)).size).toBe(hostileStrings.length);
});
