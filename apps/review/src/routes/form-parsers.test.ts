import request from 'supertest';
import { firstFingerprint } from '../testing/example-reports.ts';
import { exampleCsrfToken, fakeGithub, startPages, user } from '../testing/start-pages.ts';
import { readTags } from '../testing/read-html.ts';

const path = '/reviews/acme/serving/12';
const start = () =>
  startPages(user('bob'), { github: fakeGithub({ permission: 'admin' }), isCsrfChecked: true });
const decision = { fingerprint: firstFingerprint(), verdict: 'approved', reason: 'needed' };

test('a check between the parsers and the pages sees the token of every form', async () => {
  const { app, store } = start();
  const csrf = exampleCsrfToken;
  await request(app)
    .post(`${path}/decisions`)
    .type('form')
    .send({ ...decision, csrf })
    .expect(303);
  await request(app).post(`${path}/decisions/1/revoke`).type('form').send({ csrf }).expect(303);
  await request(app).post('/preferences').type('form').send({ theme: 'dark', csrf }).expect(303);
  const played = await request(app)
    .post('/playground')
    .field({ csrf, gpus: '8' })
    .attach('head-file', Buffer.from('parallelType: tp'), 'x.yaml');
  expect(played.status).toBe(200);
  expect(store.decisions).toHaveLength(1);
});

test('and refuses each without it', async () => {
  const { app, store } = start();
  await request(app).post(`${path}/decisions`).type('form').send(decision).expect(403);
  await request(app).post('/preferences').type('form').send({ theme: 'dark' }).expect(403);
  await request(app).post('/playground').field({ head: 'a: b' }).expect(403);
  expect(store.decisions).toEqual([]);
});

test('every form that writes carries the token', async () => {
  const { app } = start();
  for (const url of [path, '/reviews', '/rules', '/playground', '/fleet']) {
    const { text } = await request(app).get(url);
    const forms = [...text.matchAll(/<form[^>]*method="post"[^>]*>.*?<\/form>/gs)].map(([form]) => form);
    expect(forms.length).toBeGreaterThan(0);
    for (const form of forms) {
      const fields = readTags(form).filter(({ attributes }) => attributes.get('name') === 'csrf');
      expect(fields.map(({ attributes }) => attributes.get('value'))).toEqual([exampleCsrfToken]);
    }
  }
});

test('too large a form is 413, and no failure of ours', async () => {
  const { app } = startPages(user('bob'));
  const answer = await request(app)
    .post(`${path}/decisions`)
    .type('form')
    .send({ ...decision, reason: 'x'.repeat(40_000) });
  expect([answer.status, answer.text.includes('Too large')]).toEqual([413, true]);
});

test('whoever is not signed in uploads nothing', async () => {
  const { app } = startPages({ kind: 'nobody' }, { isCsrfChecked: true });
  await request(app).post('/playground').field({ head: 'a: b' }).expect(401);
});
