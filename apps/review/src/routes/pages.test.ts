import request from 'supertest';
import { exampleReview } from '../testing/example-reviews.ts';
import { makeFakeStore } from '../testing/fake-store.ts';
import { brokenAnchors, readTags, repeatedIds } from '../testing/read-html.ts';
import { startPages, user } from '../testing/start-pages.ts';

const path = '/reviews/acme/serving/12';
const { app } = startPages(user('bob'));

describe('every page', () => {
  test.each([
    ['/reviews', 200],
    ['/reviews?search=large&severity=error&approval=pending&conclusion=failure', 200],
    [path, 200],
    [`${path}?revision=r1`, 200],
    [`${path}?diff=split`, 200],
    [`${path}/compare?from=r1&to=r2`, 200],
    ['/fleet', 200],
    ['/rules', 200],
    ['/rules?area=parallelism&severity=error&search=gpus', 200],
    ['/rules/not-enough-gpus', 200],
    ['/playground', 200],
    ['/reviews/other/secret/3', 404],
    ['/reviews/other/nothing/3', 404],
    ['/reviews/acme/serving/13', 404],
    ['/reviews/acme/serving/012', 404],
    ['/reviews/acme/serving/12x', 404],
    [`${path}?revision=r9`, 404],
    [`${path}?revision=r1&revision=r2`, 404],
    [`${path}/compare`, 404],
    [`${path}/compare?from=r1&to=r9`, 404],
    [`${path}/report.exe`, 404],
    [`${path}/report.constructor`, 404],
    ['/rules/constructor', 404],
    ['/nothing', 404],
  ])('%s answers %i with a page that is whole', async (url, status) => {
    const answer = await request(app).get(url);
    expect(answer.status).toBe(status);
    expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
    const tags = readTags(answer.text);
    expect(tags.filter(({ name }) => name === 'h1')).toHaveLength(1);
    expect(skippedHeadings(tags.map(({ name }) => name))).toEqual([]);
    expect([repeatedIds(answer.text), brokenAnchors(answer.text)]).toEqual([[], []]);
    expect(fieldsWithoutLabel(answer.text)).toEqual([]);
    expect(
      tags.flatMap(({ attributes }) => [...attributes.keys()]).filter((key) => /^style$|^on/.test(key)),
    ).toEqual([]);
  });
});

/** Headings that are more than one level below the one before. */
function skippedHeadings(names: readonly string[]): readonly string[] {
  const levels = names.flatMap((name) => /^h([1-6])$/.exec(name)?.[1] ?? []).map(Number);
  return levels.flatMap((level, index) => {
    const before = index === 0 ? 0 : (levels[index - 1] ?? 0);
    return level > before + 1 ? [`h${before} h${level}`] : [];
  });
}

/** Fields that people see and that no label names. */
function fieldsWithoutLabel(html: string): readonly string[] {
  const labelled = new Set(
    readTags(html).flatMap(({ name, attributes }) => (name === 'label' ? (attributes.get('for') ?? []) : [])),
  );
  const inLabels = new Set(
    [...html.matchAll(/<label[^>]*>.*?<\/label>/gs)].flatMap(([label]) =>
      readTags(label).flatMap(({ attributes }) => attributes.get('name') ?? []),
    ),
  );
  return readTags(html)
    .filter(
      ({ name, attributes }) =>
        ['input', 'select', 'textarea'].includes(name) && attributes.get('type') !== 'hidden',
    )
    .filter(
      ({ attributes }) =>
        !labelled.has(attributes.get('id') ?? '') && !inLabels.has(attributes.get('name') ?? ''),
    )
    .map(({ attributes }) => attributes.get('name') ?? '');
}

test('what one may not see looks like what does not exist', async () => {
  const hidden = await request(app).get('/reviews/other/secret/3');
  const missing = await request(app).get('/reviews/other/nothing/3');
  expect(hidden.text.replaceAll('secret', 'nothing')).toBe(missing.text);
});

test('the start page leads to the reviews', async () => {
  const answer = await request(app).get('/');
  expect([answer.status, answer.headers['location']]).toEqual([303, '/reviews']);
});

describe('whoever is not signed in', () => {
  const { app: closed } = startPages({ kind: 'nobody' });

  test.each(['/', '/reviews', path, '/reviews/other/secret/3', '/fleet', '/playground'])(
    'is asked to at %s, and comes back there',
    async (url) => {
      const answer = await request(closed).get(url);
      expect(answer.status).toBe(401);
      const back = url === '/' ? '' : `?return_to=${encodeURIComponent(url)}`;
      expect(answer.text).toContain(`href="/sign-in${back}"`);
      expect(answer.text).not.toContain('Give the large models');
    },
  );

  test('reads the rules', async () => {
    await request(closed).get('/rules').expect(200);
  });

  test('uses the playground where nobody can sign in', async () => {
    const { app: open } = startPages({ kind: 'nobody' }, { settings: { oauth: null } });
    await request(open).get('/playground').expect(200);
    const answer = await request(open).get('/reviews');
    expect([answer.status, answer.text.includes('Nobody can sign in here')]).toEqual([401, true]);
  });
});

describe('the list', () => {
  test('hands its filters to the store, and leaves out what is none', async () => {
    const { app: listed, store } = startPages(user('bob'));
    await request(listed).get(
      '/reviews?search=%20gpus%20&severity=fatal&approval=pending&after=abc&repository=',
    );
    expect(store.queries).toEqual([{ search: 'gpus', approval: 'pending', after: 'abc', limit: 50 }]);
  });

  test('keeps the filters on its next page', async () => {
    const store = makeFakeStore([exampleReview], { next: 'c=u&r' });
    const { app: listed } = startPages(user('bob'), { store });
    const answer = await request(listed).get('/reviews?search=large&severity=error');
    expect(answer.text).toContain('href="/reviews?search=large&amp;severity=error&amp;after=c%3Du%26r"');
  });

  test('has rows that lead to the reviews, and none of others', async () => {
    const answer = await request(app).get('/reviews');
    expect(answer.text).toContain(`href="${path}"`);
    expect(answer.text).not.toContain('Hidden from others');
  });

  test('says what to do when it is empty, and when nothing matches', async () => {
    const { app: empty } = startPages(user('bob'), { store: makeFakeStore([]) });
    expect((await request(empty).get('/reviews')).text).toContain('No reviews yet');
    expect((await request(app).get('/reviews?search=nothing')).text).toContain('No review matches');
  });
});

describe('a review', () => {
  test('of an older push says so', async () => {
    expect((await request(app).get(`${path}?revision=r1`)).text).toContain('A newer push exists');
    expect((await request(app).get(path)).text).not.toContain('A newer push exists');
  });

  test('takes the layout of its text diff from the address, else from the cookie', async () => {
    const page = async (url: string, cookie = '') => (await request(app).get(url).set('Cookie', cookie)).text;
    expect(await page(path)).toContain('class="diff diff-unified"');
    expect(await page(path, 'topodiff-diff=split')).toContain('class="diff diff-split"');
    expect(await page(`${path}?diff=unified`, 'topodiff-diff=split')).toContain('class="diff diff-unified"');
    expect(await page(`${path}?diff=other`)).toContain('class="diff diff-unified"');
  });

  test('shows findings, changes, settings, launch and approvals', async () => {
    const { text } = await request(app).get(path);
    for (const part of [
      'nproc-per-node-invalid',
      'Processes (torchrun)',
      'not as written',
      'CUDA_VISIBLE_DEVICES',
      'May decide',
      '11 of 10 GPUs (−1)',
      '<svg xmlns',
    ])
      expect(text).toContain(part);
  });

  test('leads from its top to every finding that blocks, and from an approval to its model', async () => {
    const { text } = await request(app).get(path);
    const [, top = '', rest = ''] = /id="blocking"(.*?)<\/section>(.*)/s.exec(text) ?? [];
    const anchors = readTags(top).flatMap(({ attributes }) => attributes.get('href') ?? []);
    const blocking = [...rest.matchAll(/<li id="(f-[^"]+)" class="finding(?:(?!<\/li>).)*<strong>blocks/gs)];
    expect(blocking).toHaveLength(2);
    expect(anchors).toEqual(blocking.map(([, id = '']) => `#${id}`));
    expect(rest).toMatch(/class="approval .*?<a href="#m-[\da-f]{16}"><code>serving\/mixtral/);
  });

  test('has permalinks that stay the same on the next push', async () => {
    const ids = async (url: string) =>
      readTags((await request(app).get(url)).text).flatMap(({ attributes }) => attributes.get('id') ?? []);
    const [first, second] = [await ids(`${path}?revision=r1`), await ids(path)];
    const findings = first.filter((id) => id.startsWith('f-'));
    expect(findings.length).toBeGreaterThan(0);
    expect(second).toEqual(expect.arrayContaining(findings));
  });

  test('is compared with its earlier push', async () => {
    const { text } = await request(app).get(`${path}/compare?from=r1&to=r2`);
    expect(text).toContain('Revision 1 to 2');
    expect(text).toContain('nproc-per-node-invalid');
    expect((await request(app).get(`${path}/compare?from=r2&to=r2`)).text).toContain(
      'Both reports say the same',
    );
  });
});

describe('downloads', () => {
  test.each([
    ['json', 'application/json; charset=utf-8', '{\n  "formatVersion"'],
    ['sarif', 'application/sarif+json; charset=utf-8', '{\n  "$schema"'],
    ['html', 'text/html; charset=utf-8', '<!doctype html>'],
  ])('report.%s', async (extension, type, start) => {
    const answer = await request(app).get(`${path}/report.${extension}`);
    expect(answer.status).toBe(200);
    expect(answer.headers['content-type']).toBe(type);
    expect(answer.headers['content-disposition']).toBe(
      `attachment; filename="topodiff-acme-serving-12-r2.${extension}"`,
    );
    expect(answer.headers['x-content-type-options']).toBe('nosniff');
    expect(answer.text.startsWith(start)).toBe(true);
  });

  test('are of the revision that is asked for', async () => {
    const answer = await request(app).get(`${path}/report.json?revision=r1`);
    expect(answer.headers['content-disposition']).toContain('-r1.json');
    expect(answer.body).toMatchObject({ comparison: { head: { sha: '1'.repeat(40) } } });
  });

  test('have safe names, whatever the repository is called', async () => {
    const repository = { id: 4711, fullName: 'acme/a"; x=…' };
    const { app: odd } = startPages(user('bob'), {
      store: makeFakeStore([{ ...exampleReview, repository }]),
    });
    const answer = await request(odd).get(`/reviews/acme/${encodeURIComponent('a"; x=…')}/12/report.json`);
    expect(answer.headers['content-disposition']).toBe(
      'attachment; filename="topodiff-acme-a-x--12-r2.json"',
    );
  });

  test('of others are not there', async () => {
    await request(app).get('/reviews/other/secret/3/report.json').expect(404);
  });
});
