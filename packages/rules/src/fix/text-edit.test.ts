import type { SourceRange } from '@topodiff/schema';
import { applyTextEdits, doOverlap } from './text-edit.ts';

function rangeOf(start: number, end: number): SourceRange {
  return {
    start: { offset: start, line: 1, column: start + 1 },
    end: { offset: end, line: 1, column: end + 1 },
  };
}

describe('applyTextEdits', () => {
  test('replaces, inserts and removes, in whatever order the edits are given', () => {
    const edits = [
      { range: rangeOf(6, 7), text: '' },
      { range: rangeOf(0, 1), text: 'A' },
      { range: rangeOf(3, 3), text: '-' },
    ];
    expect(applyTextEdits('abcdefg', edits)).toBe('Abc-def');
  });

  test('without edits the text stays', () => {
    expect(applyTextEdits('a: 1\n', [])).toBe('a: 1\n');
  });

  test('edits that overlap are a mistake of ours', () => {
    const edits = [
      { range: rangeOf(0, 3), text: '' },
      { range: rangeOf(2, 4), text: '' },
    ];
    expect(() => applyTextEdits('abcd', edits)).toThrow('overlap');
  });
});

test.each([
  [0, 2, 2, 3, false],
  [0, 3, 2, 4, true],
  [2, 4, 0, 3, true],
  [1, 1, 1, 1, true],
  [1, 1, 1, 2, true],
  [1, 1, 2, 2, false],
])('%i-%i and %i-%i overlap: %s', (a, b, c, d, expected) => {
  const overlap = doOverlap({ range: rangeOf(a, b), text: 'x' }, { range: rangeOf(c, d), text: 'y' });
  expect(overlap).toBe(expected);
});
