import { once } from 'node:events';
import { createServer, request as send, type RequestListener, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import request from 'supertest';
import { openRealService, people, saveExample } from '../testing/real-service.ts';
import type { RealService, SignedIn } from '../testing/real-service.ts';
import { sampleUpload } from '../testing/sample-upload.ts';
import { publicUrl } from '../testing/test-configuration.ts';

const host = new URL(publicUrl).host;
let service: RealService;
let server: Server;
let port: number;
let admin: SignedIn;
let token: string;
beforeAll(async () => {
  service = await openRealService();
  await saveExample(service.store, { id: service.repository.id, fullName: 'acme/serving' });
  admin = await service.signIn(people.admin);
  token = await service.addRepositoryToken({ id: service.repository.id, fullName: 'acme/serving' });
  server = createServer(service.createApp() as RequestListener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  port = (server.address() as AddressInfo).port; // it listens on a port
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await service.close();
});

/** A request whose path no client tidies up. */
function ask(method: string, path: string, headers: Readonly<Record<string, string>> = {}) {
  return new Promise<{ readonly status: number; readonly body: string }>((resolve, reject) => {
    send({ port, method, path, headers: { host, ...headers } }, (response) => {
      text(response).then((body) => resolve({ status: response.statusCode ?? 0, body }), reject);
    })
      .on('error', reject)
      .end();
  });
}

/** What the server answers to bytes as they stand. */
async function speak(bytes: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  socket.setTimeout(3_000, () => socket.end());
  socket.write(bytes);
  return text(socket);
}

test.each([
  '/public/../create-app.ts',
  '/public/..%2fcreate-app.ts',
  '/public/%2e%2e/create-app.ts',
  '/public/%2e%2e%2f%2e%2e%2fpackage.json',
  '/public/..%5ccreate-app.ts',
  '/public/..\\create-app.ts',
  '/public//etc/passwd',
  '/public/%00review.css',
  '/public/review.css%00.html',
  '/public/',
  '/public/.git/config',
])('%s leads to no file', async (path) => {
  const { status, body } = await ask('GET', path);
  expect([400, 403, 404]).toContain(status);
  expect(body).not.toMatch(/createApp|dependencies|root:|    at /);
});

test('no message tells how the service is made', async () => {
  for (const path of ['/reviews/%E0%A4%A', '/%', '/rules/%zz', '/reviews/a/b/7?revision=%']) {
    const { status, body } = await ask('GET', path, { cookie: admin.cookie });
    expect([path, [400, 404].includes(status)]).toEqual([path, true]);
    expect(body).not.toMatch(/URIError|node_modules|    at |\.ts:/);
  }
});

test.each(['PUT', 'DELETE', 'PATCH', 'TRACE', 'PROPFIND', 'LINK'])('%s does nothing', async (method) => {
  for (const path of ['/reviews/acme/serving/7', '/repositories/acme/serving/tokens', '/api/reports', '/']) {
    const { status, body } = await ask(method, path, {
      cookie: admin.cookie,
      authorization: `Bearer ${token}`,
    });
    expect([path, [403, 404].includes(status)]).toEqual([path, true]);
    expect(body).not.toContain(admin.cookie);
  }
});

test('no header or field makes another method of one', async () => {
  const before = await service.store.listRepositoryTokens(service.repository.id);
  const path = `/repositories/acme/serving/tokens/${before[0]?.id ?? ''}/revoke`;
  const override = { 'x-http-method-override': 'POST', 'x-method-override': 'POST', cookie: admin.cookie };
  expect((await ask('GET', `${path}?_method=POST&csrf=${admin.csrf}`, override)).status).toBe(404);
  expect((await ask('HEAD', path, override)).status).toBe(404);
  await ask('OPTIONS', path, override);
  expect(await service.store.listRepositoryTokens(service.repository.id)).toEqual(before);
});

test('HEAD tells what GET does, without the page', async () => {
  const path = '/reviews/acme/serving/7';
  const { status, body } = await ask('HEAD', path, { cookie: admin.cookie });
  expect([status, body]).toEqual([200, '']);
  expect((await ask('HEAD', path)).status).toBe(401);
});

test('a web socket is an ordinary request', async () => {
  const answer = await speak(
    `GET /reviews HTTP/1.1\r\nHost: ${host}\r\nConnection: Upgrade, close\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: eA==\r\n\r\n`,
  );
  expect(answer).toMatch(/^HTTP\/1\.1 401 /);
});

const smuggled = `GET /reviews HTTP/1.1\r\nHost: ${host}\r\n\r\n`;
test.each([
  ['two lengths', `Content-Length: 0\r\nContent-Length: ${smuggled.length}`],
  ['a length and chunks', `Content-Length: 5\r\nTransfer-Encoding: chunked`],
  ['chunks under another name', 'Transfer-Encoding: xchunked'],
  ['chunks twice', 'Transfer-Encoding: chunked\r\nTransfer-Encoding: identity'],
  ['a space before the colon', 'Content-Length : 5'],
  ['a folded header', 'X-A: b\r\n Content-Length: 5\r\nContent-Length: 6'],
])('a request with %s is refused, and what follows is not read', async (_name, headers) => {
  const answer = await speak(
    `POST /api/reports HTTP/1.1\r\nHost: ${host}\r\n${headers}\r\n\r\n0\r\n\r\n${smuggled}`,
  );
  expect(answer.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 400']);
});

test('the host is what the request says, and not what a proxy is said to have heard', async () => {
  const forwarded = { 'x-forwarded-host': host, forwarded: `host=${host}` };
  expect((await ask('GET', '/rules', { ...forwarded, host: 'evil.example' })).status).toBe(403);
  expect((await ask('GET', '/rules', { 'x-forwarded-host': 'evil.example' })).status).toBe(200);
  const absolute = await speak(
    `GET http://evil.example/rules HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n`,
  );
  expect(absolute).toMatch(/^HTTP\/1\.1 403 /);
});

test('another address in X-Forwarded-For is another client only behind a proxy', async () => {
  const statuses = async (proxyHops: number) => {
    const app = service.createApp({ proxyHops });
    const all = [];
    for (let count = 0; count < 32; count += 1) {
      all.push(
        (
          await request(app)
            .get('/sign-in')
            .set({ host, 'x-forwarded-for': `10.0.0.${count}` })
        ).status,
      );
    }
    return all.filter((status) => status === 429).length;
  };
  expect(await statuses(0)).toBe(2);
  expect(await statuses(1)).toBe(0);
});

describe('an upload', () => {
  const upload = (body: string) =>
    request(service.createApp())
      .post('/api/reports')
      .set({ host, authorization: `Bearer ${token}`, 'content-type': 'application/json' })
      .send(body);
  const good = JSON.stringify({
    ...sampleUpload(),
    repository: { id: service?.repository.id, fullName: 'acme/serving' },
  });

  test.each([
    ['the prototype', good.replace('{', '{"__proto__":{"polluted":1},')],
    ['the constructor', good.replace('{', '{"constructor":{"prototype":{"polluted":1}},')],
    ['a prototype within', good.replace('"run":{', '"run":{"__proto__":{"polluted":1},')],
    ['a prototype in the report', good.replace('"report":{', '"report":{"__proto__":{"polluted":1},')],
  ])('changes nothing of ours by %s', async (_name, body) => {
    expect((await upload(body)).status).toBe(422);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  test('as deep as it may be is refused at once', async () => {
    const deep = (open: string, close: string, times = 1_000_000) => open.repeat(times) + close.repeat(times);
    for (const body of [
      deep('[', ']'),
      deep('{"a":', '}').replace(':}', ':1}'),
      good.replace('"models":[', `"models":[${deep('[', ']')},`),
      good.replace('"title":"Wider"', `"title":${deep('[', ']')}`),
      good.replace('"formatVersion":1', `"formatVersion":1,"x":${deep('[', ']')}`),
    ]) {
      const started = performance.now();
      expect([400, 422]).toContain((await upload(body)).status);
      expect(performance.now() - started).toBeLessThan(5_000);
    }
  });
});

test('the log has nothing that opens something', async () => {
  const oidc = service.issueOidcToken(service.repository);
  const session = admin.cookie.split('=')[1] ?? '';
  const secrets = [token, oidc, session, admin.csrf, admin.token, 'the-code', 'the-state'];
  await ask('GET', '/reviews', { cookie: admin.cookie });
  await ask('GET', `/sign-in/callback?code=the-code&state=the-state`);
  await ask('GET', `/reviews?search=${token}&a=${oidc}&access_token=${session}`, {
    authorization: `Bearer ${oidc}`,
  });
  await ask('GET', `/api/repositories/${service.repository.id}/pull-requests/7/decisions`, {
    authorization: `Bearer ${oidc}`,
  });
  await ask('GET', `/${token}/${oidc}`);
  await ask(
    'GET',
    `/sign-in?return_to=${encodeURIComponent('/sign-in/callback?code=the-code&state=the-state')}`,
  );
  const logged = service.logged();
  expect(logged).toContain('/sign-in/callback');
  expect(secrets.filter((secret) => logged.includes(secret))).toEqual([]);
});
