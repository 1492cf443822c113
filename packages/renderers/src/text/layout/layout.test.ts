import { alignColumns } from './align-columns.ts';
import { displayWidth } from './display-width.ts';
import { wrapPieces } from './wrap-pieces.ts';

const mark = (text: string) => `<${text}>`;

describe('displayWidth', () => {
  test.each([
    ['abc', 3],
    ['→ ∅ ×', 5],
    ['中文', 4],
    ['e\u0301', 1],
    ['😀', 2],
  ])('%j is %i columns wide', (text, width) => {
    expect(displayWidth(text)).toBe(width);
  });
});

describe('alignColumns', () => {
  test('styles do not count, and nothing follows the last cell', () => {
    expect(
      alignColumns([
        [{ text: 'a', style: mark }, { text: 'b' }, { text: '' }],
        [{ text: '中c' }, { text: '' }, { text: 'd', style: mark }],
        [{ text: '' }],
      ]),
    ).toEqual(['<a>    b', '中c     <d>', '']);
  });
});

describe('wrapPieces', () => {
  test('breaks at spaces only, keeps a value and its comma together', () => {
    expect(
      wrapPieces([{ text: 'one ' }, { text: 'two', style: mark }, { text: ', three  four' }], 8),
    ).toEqual(['one <two>,', 'three', 'four']);
  });

  test('a word longer than the line stands alone', () => {
    expect(wrapPieces([{ text: 'a bbbbbbbbbb c' }], 5)).toEqual(['a', 'bbbbbbbbbb', 'c']);
  });

  test('styles each word of a value, so that a line break is never inside a style', () => {
    expect(wrapPieces([{ text: 'aa bb', style: mark }], 2)).toEqual(['<aa>', '<bb>']);
  });
});
