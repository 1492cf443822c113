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

  test('an added file is one hunk, and so is a removed one', () => {
    expect(findTextHunks('', 'a\n')).toEqual([
      { baseStart: 0, baseLines: 0, headStart: 1, headLines: 1, lines: ['+a'] },
    ]);
    expect(findTextHunks('a\n', '')).toEqual([
      { baseStart: 1, baseLines: 1, headStart: 0, headLines: 0, lines: ['-a'] },
    ]);
  });

  test('a last line that does not end says so', () => {
    expect(findTextHunks('a', 'a\n')).toEqual([
      {
        baseStart: 1,
        baseLines: 1,
        headStart: 1,
        headLines: 1,
        lines: ['-a', '\\ No newline at end of file', '+a'],
      },
    ]);
  });

  test('lines that only end otherwise differ', () => {
    expect(findTextHunks('a\r\n', 'a\n')?.[0]?.lines).toEqual(['-a\r', '+a']);
  });

  test.each([
    ['lines that all differ', numbered('a', 150_000), numbered('b', 150_000)],
    ['lines that are all alike', 'a\nb\n'.repeat(750_000), 'b\na\na\n'.repeat(500_000)],
    ['empty lines', '\n'.repeat(3_000_000), `${'\n'.repeat(2_990_000)}x`],
    ['one line', 'a'.repeat(3_000_000), 'b'.repeat(3_000_000)],
  ])('3 MiB of %s are shown or given up in bounded time', (_, base, head) => {
    const start = performance.now();
    findTextHunks(base, head);
    expect(performance.now() - start).toBeLessThan(5_000);
  });

  test('says that it gave up', () => {
    expect(findTextHunks(numbered('a', 5_000), numbered('b', 5_000))).toBeNull();
    expect(findTextHunks(numbered('a', 400), numbered('b', 400))).toHaveLength(1);
  });
});

function numbered(prefix: string, count: number): string {
  return Array.from({ length: count }, (_, index) => `${prefix}${index}\n`).join('');
}
