import express from 'express';
import type { Express } from 'express';
import request from 'supertest';
import { createGuardOrigin } from './guard-origin.ts';

function createGuarded(mode: 'service' | 'local', publicUrl: string): Express {
  const app = express();
  app.use(createGuardOrigin({ configuration: { mode, publicUrl } }));
  app.use((_request, response) => void response.send('passed'));
  return app;
}

const service = createGuarded('service', 'https://review.example');
const local = createGuarded('local', 'http://127.0.0.1:4173');
type Headers = Readonly<Record<string, string>>;
const statusOf = async (app: Express, method: 'get' | 'post', headers: Headers): Promise<number> =>
  (await request(app)[method]('/').set(headers)).status;

test.each(['review.example', 'REVIEW.example'])('takes requests to %s', async (host) => {
  expect(await statusOf(service, 'get', { host })).toBe(200);
});

test.each([
  'evil.example',
  'review.example.evil.example',
  'review.example:8080',
  'review.example@evil.example',
  'evil.example/review.example',
  '127.0.0.1',
  'localhost',
  '',
])('refuses reading and writing by the foreign name %j', async (host) => {
  const forwarded = { host, 'x-forwarded-host': 'review.example' };
  expect(await statusOf(service, 'get', forwarded)).toBe(403);
  expect(await statusOf(service, 'post', forwarded)).toBe(403);
});

test.each([
  [{}, 200], // no browser
  [{ origin: 'https://review.example' }, 200],
  [{ origin: 'https://review.example', 'sec-fetch-site': 'same-origin' }, 200],
  [{ origin: 'null', 'sec-fetch-site': 'same-origin' }, 200], // `Referrer-Policy: no-referrer`
  [{ 'sec-fetch-site': 'none' }, 200],
  [{ origin: 'null' }, 403],
  [{ origin: 'null', 'sec-fetch-site': 'cross-site' }, 403],
  [{ origin: 'https://evil.example' }, 403],
  [{ origin: 'http://review.example' }, 403],
  [{ origin: 'https://review.example.evil.example' }, 403],
  [{ origin: 'https://review.example', 'sec-fetch-site': 'cross-site' }, 403],
  [{ 'sec-fetch-site': 'same-site' }, 403],
  [{ 'sec-fetch-site': 'anything' }, 403],
])('answers a write with %j by %i', async (headers: Headers, status) => {
  expect(await statusOf(service, 'post', { host: 'review.example', ...headers })).toBe(status);
});

test.each([
  [{ 'sec-fetch-site': 'cross-site' }, 200], // a link
  [{ origin: 'null', 'sec-fetch-site': 'cross-site' }, 200], // a form of GitHub's sign-in that ends here
  [{ origin: 'https://review.example' }, 200],
  [{ origin: 'https://evil.example' }, 403],
  [{ origin: 'http://review.example', 'sec-fetch-site': 'cross-site' }, 403],
])('answers reading with %j by %i', async (headers: Headers, status) => {
  expect(await statusOf(service, 'get', { host: 'review.example', ...headers })).toBe(status);
});

test('takes loopback names only in local mode, and no other page of this machine', async () => {
  for (const host of ['127.0.0.1:4173', 'localhost:4173', '[::1]:4173', 'LOCALHOST']) {
    expect(await statusOf(local, 'get', { host })).toBe(200);
    expect(await statusOf(local, 'post', { host, origin: `http://${host.toLowerCase()}` })).toBe(200);
    for (const method of ['get', 'post'] as const) {
      expect(await statusOf(local, method, { host, origin: 'http://localhost:3000' })).toBe(403);
    }
  }
  for (const host of ['review.example', 'localhost.evil.example', '127.0.0.1.evil.example', '192.168.0.2']) {
    expect(await statusOf(local, 'get', { host })).toBe(403);
  }
});

test('says so on one line, and repeats nothing', async () => {
  const page = await request(service).get('/').set('host', 'evil.example');
  expect([page.status, page.text.includes('evil.example')]).toEqual([403, false]);
  const answer = await request(service).post('/api/reports').set('host', 'evil.example');
  expect(answer.body).toEqual({ error: 'The service is not reached by this host name.' });
});
