import { loadPages } from './load-pages.ts';
import { operations } from './operations.ts';
import { respond, scriptedClient } from './testing/scripted-client.ts';

const items = (count: number) => Array.from({ length: count }, (_, id) => ({ id }));

/** How many items come of these pages, and how many of them were asked for. */
async function load(pages: readonly { readonly count: number; readonly link?: string }[]) {
  const client = scriptedClient((_, { page }) => {
    const { count, link } = pages[Number(page) - 1] ?? { count: 0 };
    return respond(200, items(count), link === undefined ? {} : { link });
  });
  const all = await loadPages(client, operations.listReviews, {}, 'reviews');
  return [all.length, client.requests.length];
}

const next = '<https://api.github.com/x?page=2>; rel="next", <https://api.github.com/x?page=9>; rel="last"';
const last = '<https://api.github.com/x?page=1>; rel="prev"';

test.each([
  ['one page without a link', [{ count: 3 }], [3, 1]],
  ['a full page without a link', [{ count: 100 }, { count: 0 }], [100, 2]],
  ['a full page that is the last', [{ count: 100, link: last }], [100, 1]],
  [
    'a short page in the middle',
    [
      { count: 97, link: next },
      { count: 100, link: next },
      { count: 1, link: last },
    ],
    [198, 3],
  ],
  [
    'an empty page in the middle',
    [
      { count: 0, link: next },
      { count: 1, link: last },
    ],
    [1, 2],
  ],
])('%s', async (_, pages, expected) => {
  expect(await load(pages)).toEqual(expected);
});

test('what is no list is an error of GitHub', async () => {
  const client = scriptedClient(() => respond(200, { message: 'hello' }));
  await expect(loadPages(client, operations.listReviews, {}, 'reviews')).rejects.toThrow(
    "cannot list the reviews: GitHub's answer has no reviews",
  );
});
