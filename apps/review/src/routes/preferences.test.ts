import request from 'supertest';
import { startPages } from '../testing/start-pages.ts';

test('are kept in cookies, and lead back', async () => {
  const { app } = startPages({ kind: 'nobody' });
  const form = { theme: 'dark', diff: 'split', 'return-to': '/rules?area=file' };
  const answer = await request(app).post('/preferences').type('form').send(form);
  expect([answer.status, answer.headers['location']]).toEqual([303, '/rules?area=file']);
  const cookies = answer.headers['set-cookie'] as unknown as readonly string[]; // several of them are a list
  expect(cookies.map((cookie) => cookie.split(';')[0])).toEqual([
    'topodiff-theme=dark',
    'topodiff-diff=split',
    'topodiff-shortcuts=off',
  ]);
  for (const cookie of cookies) expect(cookie).toMatch(/Path=\/;.*HttpOnly; SameSite=Lax$/);
  const page = await request(app)
    .get('/rules')
    .set('Cookie', cookies.map((cookie) => cookie.split(';')[0]).join('; '));
  expect(page.text).toContain('<html lang="en" data-theme="dark">');
  expect(page.text).toContain('<body data-shortcuts="off">');
});

test('what is no choice is the default', async () => {
  const { app } = startPages({ kind: 'local' });
  const answer = await request(app)
    .post('/preferences')
    .type('form')
    .send('theme=x;%20Path=/&diff=split&diff=split');
  expect(String(answer.headers['set-cookie'])).toContain('topodiff-theme=auto');
  expect(String(answer.headers['set-cookie'])).toContain('topodiff-diff=unified');
});

test('cookies of a service behind https are sent over https only', async () => {
  const { app } = startPages({ kind: 'nobody' }, { settings: { publicUrl: 'https://topodiff.example' } });
  const answer = await request(app).post('/preferences').type('form').send({});
  expect(String(answer.headers['set-cookie'])).toContain('Secure');
});

test.each([['//evil.example/'], ['https://evil.example/'], ['']])(
  '%j leads to the start page',
  async (wanted) => {
    const { app } = startPages({ kind: 'nobody' });
    const answer = await request(app).post('/preferences').type('form').send({ 'return-to': wanted });
    expect(answer.headers['location']).toBe('/');
  },
);
