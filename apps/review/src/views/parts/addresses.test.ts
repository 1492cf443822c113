import { repositoryUrlOf, blobUrl, commitUrl, reviewPath, webUrl } from './addresses.ts';

const repository = 'https://github.com/acme/serving';
const sha = 'a'.repeat(40);

test('texts of others stay in their place of an address', () => {
  expect(reviewPath('acme/a b?#"', 7)).toBe('/reviews/acme/a%20b%3F%23%22/7');
  expect(blobUrl(repository, sha, 'a/ü?#.yaml')).toBe(`${repository}/blob/${sha}/a/%C3%BC%3F%23.yaml`);
  expect(blobUrl(repository, sha, 'a.yaml', { first: 3, last: 3 })).toBe(
    `${repository}/blob/${sha}/a.yaml#L3`,
  );
  expect(blobUrl(repository, sha, 'a.yaml', { first: 3, last: 5 })).toBe(
    `${repository}/blob/${sha}/a.yaml#L3-L5`,
  );
});

test.each([[null], [''], ['main'], ['../../settings'], ['abc']])('%j is no commit, and no link', (other) => {
  expect([commitUrl(repository, other), blobUrl(repository, other, 'a')]).toEqual([null, null]);
});

test.each([
  ['https://github.com/acme/serving/pull/7', 'https://github.com/acme/serving/pull/7'],
  ['javascript:alert(1)', null],
  ['data:text/html,x', null],
  ['//evil.example', null],
  ['', null],
  [null, null],
])('%j may be followed to %j', (url, expected) => {
  expect(webUrl(url)).toBe(expected);
});

test('what this machine read itself is on GitHub under no name', () => {
  const of = repositoryUrlOf.bind(null, 'https://github.com', 'acme/serving');
  expect([of('oidc'), of('repository-token'), of('local')]).toEqual([
    'https://github.com/acme/serving',
    'https://github.com/acme/serving',
    null,
  ]);
});
