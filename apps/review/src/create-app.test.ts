import request from 'supertest';
import { appUnderTest } from './testing/app-under-test.ts';
import { serviceEnvironment } from './testing/usable-configuration.ts';

const page = '/reviews/acme/serving/1';

test('a page may load what this service serves, and no cache keeps it', async () => {
  const { headers } = await request(appUnderTest().app).get(page).expect(200);
  expect(headers).toMatchObject({
    'content-security-policy':
      "default-src 'none';style-src 'self';script-src 'self';img-src 'self' data:;font-src 'self';connect-src 'self';form-action 'self';frame-ancestors 'none';base-uri 'none'",
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, no-store',
  });
  expect(headers['x-request-id']).toMatch(/^[\da-f-]{36}$/);
  expect(Object.keys(headers)).not.toEqual(expect.arrayContaining(['x-powered-by']));
  expect(headers).not.toHaveProperty('etag');
});

test('only https is pinned, and only accounts have forms that lead to GitHub', async () => {
  const { headers: local } = await request(appUnderTest().app).get(page);
  const { headers: service } = await request(appUnderTest(serviceEnvironment).app).get(page);
  expect(local).not.toHaveProperty('strict-transport-security');
  expect(service['strict-transport-security']).toBe('max-age=31536000');
  expect(service['content-security-policy']).toContain("form-action 'self' https://github.com;");
});

test('static files are kept for minutes and asked for again by their ETag', async () => {
  const { app } = appUnderTest();
  const { headers } = await request(app).get('/public/review.css').expect(200);
  expect(headers['cache-control']).toBe('public, max-age=300');
  const etag = headers['etag'] ?? 'none';
  await request(app).get('/public/review.css').set('If-None-Match', etag).expect(304);
  await request(app).get('/public/../main.ts').expect(404);
  await request(app).get('/public/%2e%2e/main.ts').expect(404);
});

test('what is not there is 404, as JSON under /api/', async () => {
  const { app } = appUnderTest();
  const answer = await request(app).get('/nowhere').expect(404);
  expect(answer.text).toBe('<p>There is nothing at this address.</p>');
  await request(app).get('/api/nowhere').expect(404, { error: 'There is nothing at this address.' });
});

test('an exception is 500 with the id under which the log has the reason', async () => {
  const { app, logged } = appUnderTest();
  const { headers, text: body } = await request(app).get('/api/fails').expect(500);
  const id = headers['x-request-id'] ?? 'none';
  expect(JSON.parse(body)).toEqual({
    error: `The service failed. Its log has the reason under the request id ${id}.`,
  });
  const [line] = logged().trim().split('\n');
  expect(JSON.parse(line ?? '')).toMatchObject({
    level: 'error',
    reqId: id,
    req: { method: 'GET', url: '/api/fails' },
    res: { status: 500 },
    err: { type: 'Error', message: 'the secret reason' },
  });
  const { text } = await request(app).get('/fails').expect(500);
  expect(text).not.toContain('secret reason');
});

test('what a parser refuses is the client’s mistake, and is not quoted', async () => {
  const { app, logged } = appUnderTest();
  const { text } = await request(app).post('/body').type('form').send('name=1234567890').expect(413);
  expect(text).toBe('<p>The request is too large.</p>');
  await request(app)
    .get('/reviews/acme/%ff/1')
    .expect(400, /The service cannot read this request/);
  expect(logged()).not.toContain('"level":"error"');
});

test('the log has no credential of a request', async () => {
  const { app, logged } = appUnderTest({ TOPODIFF_LOG_LEVEL: 'debug' });
  await request(app)
    .get('/sign-in/callback?code=c0ffee&state=5ecret&%73tate=again5ecret&next=/reviews')
    .set('Authorization', 'Bearer 5ecret-token')
    .set('Cookie', 'session=5ecret-session')
    .set('Referer', 'https://x/?5ecret');
  await request(app).get('/nowhere/ghp_5ecretToken?x=eyJhbGciOi.5ecret.sig');
  expect(logged()).toContain(
    '/sign-in/callback?code=[redacted]&state=[redacted]&%73tate=[redacted]&next=/reviews',
  );
  expect(logged()).toContain('/nowhere/[redacted]?x=[redacted]');
  expect(logged()).not.toMatch(/5ecret|c0ffee/);
});
