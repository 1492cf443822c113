import { findTextHunks } from './text-hunks.ts';

describe('findTextHunks', () => {
  test('shows changed lines with three lines of context', () => {
    expect(findTextHunks('a\nb\nc\nd\ne\n', 'a\nb\nc\nd\nE\n')).toEqual([
      { baseStart: 2, baseLines: 4, headStart: 2, headLines: 4, lines: [' b', ' c', ' d', '-e', '+E'] },
    ]);
  });

  test('equal texts have none', () => {
    expect(findTextHunks('a\n', 'a\n')).toEqual([]);
  });

  test('an added file is one hunk', () => {
    expect(findTextHunks('', 'a\n')).toEqual([
      { baseStart: 0, baseLines: 0, headStart: 1, headLines: 1, lines: ['+a'] },
    ]);
  });

  test('texts that differ in thousands of lines are given up in bounded time', () => {
    const lines = (prefix: string) =>
      Array.from({ length: 50_000 }, (_, index) => `${prefix}${index}`).join('\n');
    const start = performance.now();
    expect(findTextHunks(lines('a'), lines('b'))).toBeNull();
    expect(performance.now() - start).toBeLessThan(5_000);
  });
});
