import { Router, urlencoded } from 'express';
import type { Express } from 'express';
import request from 'supertest';
import { encryptToken } from '../auth/encrypt-token.ts';
import { hashToken } from '../auth/hash-token.ts';
import { createTestApp, createTestParts, ourHost } from '../testing/auth-parts.ts';
import type { TestParts } from '../testing/auth-parts.ts';
import { checkCsrf } from './check-csrf.ts';
import { csrfTokenOf } from './csrf-token-of.ts';

function createForms(parts: TestParts): Express {
  const router = Router();
  router.get('/form', (_request, response) => void response.send(csrfTokenOf(response)));
  router.get('/plain', (_request, response) => void response.send('no form'));
  router.post('/write', urlencoded({ extended: false }), checkCsrf, (_request, response) => {
    response.send('written');
  });
  return createTestApp(parts, router);
}

const local = { mode: 'local', publicUrl: 'http://127.0.0.1:4173' } as const;
const localHost = { host: '127.0.0.1:4173' };
const write = async (app: Express, headers: Readonly<Record<string, string>>, csrf?: string) =>
  (
    await request(app)
      .post('/write')
      .set(headers)
      .type('form')
      .send(csrf === undefined ? {} : { csrf })
  ).status;

test('takes a write with the token of the cookie, in the form or in a header', async () => {
  const app = createForms(createTestParts({ configuration: local }));
  const page = await request(app).get('/form').set(localHost);
  const [cookie = ''] = page.get('set-cookie') ?? [];
  expect(cookie).toMatch(/^topodiff-csrf=[^;]+; Path=\/; HttpOnly; SameSite=Lax$/);
  const headers = { ...localHost, cookie: cookie.split(';')[0] ?? '' };
  expect(await write(app, headers, page.text)).toBe(200);
  expect(await write(app, { ...headers, 'x-csrf-token': page.text })).toBe(200);
  const again = await request(app).get('/form').set(headers);
  expect([again.text, again.get('set-cookie')]).toEqual([page.text, undefined]);
});

test('refuses a write without the token, with another one, or with a cookie that we did not sign', async () => {
  const app = createForms(createTestParts({ configuration: local }));
  const page = await request(app).get('/form').set(localHost);
  const cookie = `topodiff-csrf=${page.text}`;
  expect(await write(app, { ...localHost, cookie })).toBe(403);
  expect(await write(app, { ...localHost, cookie }, 'wrong')).toBe(403);
  expect(await write(app, { ...localHost, cookie }, '')).toBe(403);
  expect(await write(app, localHost, page.text)).toBe(403);
  expect(await write(app, { ...localHost, cookie: 'topodiff-csrf=planted' }, 'planted')).toBe(403);
  const [nonce = ''] = page.text.split('.');
  expect(await write(app, { ...localHost, cookie: `topodiff-csrf=${nonce}.` }, `${nonce}.`)).toBe(403);
});

test('sets no cookie where there is no form', async () => {
  const app = createForms(createTestParts({ configuration: local }));
  expect((await request(app).get('/plain').set(localHost)).get('set-cookie')).toBeUndefined();
});

test("asks a signed-in person for his session's token, and for no other", async () => {
  const parts = createTestParts();
  const app = createForms(parts);
  const session = 'a'.repeat(43);
  await parts.store.saveSession({
    tokenHash: hashToken(session),
    userId: 1,
    login: 'alice',
    encryptedToken: encryptToken(parts.configuration.encryptionKey ?? new Uint8Array(), 'github-token', 'a'),
    csrfToken: 'of-the-session',
    expiresAt: new Date('2026-11-28T12:00:00Z'),
  });
  const anonymous = await request(app).get('/form').set(ourHost);
  const cookie = `__Host-topodiff=${session}; __Host-topodiff-csrf=${anonymous.text}`;
  expect(
    (
      await request(app)
        .get('/form')
        .set({ ...ourHost, cookie })
    ).text,
  ).toBe('of-the-session');
  expect(await write(app, { ...ourHost, cookie }, 'of-the-session')).toBe(200);
  expect(await write(app, { ...ourHost, cookie }, anonymous.text)).toBe(403);
});
