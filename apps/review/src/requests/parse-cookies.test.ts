import { parseCookies } from './parse-cookies.ts';

test.each([
  [undefined, []],
  ['', []],
  [
    'a=1; b=2=3;c = 4 ',
    [
      ['a', '1'],
      ['b', '2=3'],
      ['c', '4'],
    ],
  ],
  ['a=first; a=second', [['a', 'first']]],
  ['a; =b; ;a=', [['a', '']]],
])('%j', (header, expected) => {
  expect([...parseCookies(header)]).toEqual(expected);
});
