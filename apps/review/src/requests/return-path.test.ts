import { returnPath } from './return-path.ts';

const publicUrl = 'https://review.example';

test.each([
  ['/reviews/acme/serving/7?revision=a#b', '/reviews/acme/serving/7?revision=a#b'],
  ['/', '/'],
  ['/a%2f%2fb', '/a%2f%2fb'],
])('goes back to %j', (asked, path) => {
  expect(returnPath(asked, publicUrl, '/reviews')).toBe(path);
});

test.each([
  undefined,
  ['/a', '/b'],
  { a: 'b' },
  '',
  'reviews',
  'https://evil.example',
  '//evil.example',
  '///evil.example',
  '/\\evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  '\t//evil.example',
  '/.//evil.example',
  '/a/..//evil.example',
  '/./\\evil.example',
  'javascript:alert(1)',
  'https:evil.example',
  '@evil.example',
  '/sign-in',
  '/sign-in/callback?code=a',
  `/${'a'.repeat(2_001)}`,
])('goes nowhere else: %j', (asked) => {
  expect(returnPath(asked, publicUrl, '/reviews')).toBe('/reviews');
  expect(returnPath(asked, publicUrl, '/')).toBe('/');
});

test('never gives a place of another origin or a header', () => {
  for (const asked of ['/a\r\nset-cookie: a=b', '/a\u0000b', '/ä?ö', '/a b']) {
    const path = returnPath(asked, publicUrl, '/reviews');
    expect(path).toMatch(/^\/[\x21-\x7e]*$/);
    expect(new URL(path, publicUrl).origin).toBe(publicUrl);
  }
});
