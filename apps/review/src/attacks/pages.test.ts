import request from 'supertest';
import { secondReport } from '../testing/example-reports.ts';
import { readTags } from '../testing/read-html.ts';
import { examplePullRequest, openRealService, people, saveExample } from '../testing/real-service.ts';
import type { RealService, SignedIn } from '../testing/real-service.ts';
import { sampleUpload } from '../testing/sample-upload.ts';
import { publicUrl } from '../testing/test-configuration.ts';

const host = new URL(publicUrl).host;
let service: RealService;
let reader: SignedIn;
beforeAll(async () => {
  service = await openRealService();
  await saveExample(service.store, { id: service.repository.id, fullName: 'acme/serving' });
  reader = await service.signIn(people.reader);
});
afterAll(() => service.close());

const open = (path: string, { cookie }: SignedIn = reader) =>
  request(service.createApp()).get(path).set({ host, cookie });

test('an approval that a report names is not told as one that GitHub or the service knows', async () => {
  const required = (secondReport.approvals?.required ?? []).map((change) => ({
    ...change,
    approval: { by: 'boss', via: 'comment', at: '2026-11-27T10:00:00Z', reason: 'fine', url: null } as const,
  }));
  await service.store.saveReport({
    repository: { id: service.repository.id, fullName: 'acme/serving' },
    pullRequest: { ...examplePullRequest, number: 6 },
    run: { id: 1, attempt: 1 },
    report: { ...secondReport, approvals: secondReport.approvals && { ...secondReport.approvals, required } },
    uploadedBy: 'oidc',
  });
  const page = (await open('/reviews/acme/serving/6')).text.replaceAll(/<[^>]*>/g, '');
  expect(page).toMatch(/by boss in a comment, [^:]+:\d\d UTC: fine \(reported by CI\)/);
});

describe('what an upload names', () => {
  const hostile =
    '"><script>alert(1)</script><img src=x onerror=alert(1)>\r\nSet-Cookie: a=b\r\n\r\n<svg/onload=1>';
  const pages = ['/reviews', '/fleet', '/reviews/acme/serving/9'];

  beforeAll(async () => {
    const token = await service.addRepositoryToken({ id: service.repository.id, fullName: 'acme/serving' });
    const upload = sampleUpload();
    for (const url of [
      'javascript:alert(1)',
      'https://github.com@evil.example/',
      'data:text/html,<script>',
    ]) {
      const answer = await request(service.createApp())
        .post('/api/reports')
        .set({ host, authorization: `Bearer ${token}` })
        .send({
          ...upload,
          repository: { id: service.repository.id, fullName: 'acme/serving' },
          run: { id: url.length, attempt: 1 },
          pullRequest: {
            number: 9,
            title: hostile,
            author: hostile.slice(0, 90),
            url,
            baseRef: hostile,
            headRef: hostile,
          },
        });
      expect(answer.status).toBe(201);
    }
  });

  test.each(pages)('is text on %s', async (path) => {
    const page = await open(path);
    expect(page.status).toBe(200);
    const tags = readTags(page.text);
    const attributes = tags.flatMap((tag) => [...tag.attributes]);
    expect(tags.filter(({ name }) => ['img', 'iframe', 'object', 'base'].includes(name))).toEqual([]);
    expect(tags.filter(({ name }) => name === 'script')).toHaveLength(1);
    expect(attributes.filter(([name]) => name.startsWith('on'))).toEqual([]);
    expect(attributes.filter(([, value]) => /^\s*(?:javascript|data):|evil/i.test(value))).toEqual([]);
    expect(page.headers['set-cookie']).toBeUndefined();
  });

  test.each(['json', 'html', 'sarif'])('ends no header of report.%s', async (extension) => {
    const file = await open(`/reviews/acme/serving/9/report.${extension}`);
    expect(file.headers['content-disposition']).toMatch(/^attachment; filename="[\w.-]+"$/);
    expect([file.headers['x-content-type-options'], file.headers['set-cookie']]).toEqual([
      'nosniff',
      undefined,
    ]);
  });
});

test.each([
  '/reviews',
  '/fleet',
  '/reviews/acme/serving/7',
  '/reviews/acme/serving/7/report.html',
  '/repositories/acme/serving/tokens',
  '/sign-in',
  '/api/repositories/1/pull-requests/7/decisions',
  '/nothing',
])('no cache keeps %s, and nobody frames it', async (path) => {
  const { headers } = await open(path);
  expect(headers['cache-control']).toBe('private, no-store');
  expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
  expect(headers['content-security-policy']).toContain("script-src 'self'");
  expect(headers['x-frame-options']).toBe('SAMEORIGIN');
  expect(headers['access-control-allow-origin']).toBeUndefined();
  expect(headers['x-powered-by']).toBeUndefined();
});

const elsewhere = [
  '//evil.example',
  '///evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  '/.//evil.example',
  '/a/..//evil.example',
  '/%2e//evil.example',
  'https://evil.example',
  'javascript:alert(1)',
  '/reviews\r\nLocation: https://evil.example',
  `${publicUrl}.evil.example`,
  `${publicUrl}@evil.example`,
];
test.each(elsewhere)('nobody is led to another site by %j', async (wanted) => {
  const preferences = await request(service.createApp())
    .post('/preferences')
    .set({ host, cookie: reader.cookie, origin: publicUrl })
    .type('form')
    .send({ csrf: reader.csrf, 'return-to': wanted });
  const signIn = await open(`/sign-in?return_to=${encodeURIComponent(wanted)}`);
  for (const { status, headers } of [preferences, signIn]) {
    expect(status).toBe(303);
    expect(new URL(headers['location'] ?? '', publicUrl).origin).toBe(publicUrl);
    expect(headers['location']).toMatch(/^\/(?![/\\])/);
  }
});

describe('the search', () => {
  const found = async (query: string): Promise<boolean> => {
    const page = await open(`/reviews?${query}`);
    expect(page.status).toBe(200);
    return page.text.includes('/reviews/acme/serving/7');
  };

  test.each(['serv_ng', 'ser%ing', "x' or 1=1 --", "'); drop table revisions; --", 'nothing:* | give'])(
    'takes %j for words',
    async (search) => {
      expect(await found(`search=${encodeURIComponent(search)}`)).toBe(false);
    },
  );

  test.each(['acme/%', '%', '_cme/serving', 'acme/serving%00x'])(
    'takes the repository %j as it is',
    async (name) => {
      expect(await found(`repository=${encodeURIComponent(name)}`)).toBe(false);
    },
  );

  test('finds words, and answers long and strange ones at once', async () => {
    expect(await found('search=SERV')).toBe(true);
    const started = performance.now();
    for (const search of [
      'a'.repeat(8_000),
      'a+'.repeat(4_000),
      '%F0%9F%98%80',
      '%ED%A0%80',
      '%00',
      '('.repeat(8_000),
    ]) {
      await found(`search=${search}`);
    }
    expect(performance.now() - started).toBeLessThan(5_000);
  });

  test.each([
    'x',
    '0-0',
    '-1-1',
    'zzzzzzzzz-zzzzzzzzzz',
    '0-0; drop table',
    '%00-1',
    '99999999999-1',
    "1-1' or '1",
    'a'.repeat(9_000),
  ])('gives nothing of others behind the cursor %j', async (after) => {
    const page = await open(`/reviews?after=${encodeURIComponent(after)}`, await service.signIn('eve'));
    expect([page.status, page.text.includes('acme')]).toEqual([200, false]);
  });
});

test('cookies are for this host, over https, and for no script', async () => {
  const visit = (path: string) => request(service.createApp()).get(path).set({ host });
  const cookies = [
    ...((await visit('/rules')).get('set-cookie') ?? []),
    ...((await visit('/sign-in')).get('set-cookie') ?? []),
  ];
  expect(cookies).toHaveLength(2);
  for (const cookie of cookies) {
    expect(cookie).toMatch(/^__Host-/);
    for (const flag of ['HttpOnly', 'Secure', 'SameSite=Lax', 'Path=/']) expect(cookie).toContain(flag);
    expect(cookie).not.toMatch(/domain/i);
  }
});
