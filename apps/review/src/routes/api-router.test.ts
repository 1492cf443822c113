import { once } from 'node:events';
import { createServer, request as sendRequest } from 'node:http';
import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import type { Express } from 'express';
import request from 'supertest';
import { createRepositoryToken } from '../auth/repository-tokens.ts';
import { createTestApp, createTestParts, ourHost } from '../testing/auth-parts.ts';
import type { TestParts } from '../testing/auth-parts.ts';
import { sampleUpload } from '../testing/sample-upload.ts';
import { createTokenIssuer } from '../testing/token-issuer.ts';
import type { TokenIssuer } from '../testing/token-issuer.ts';
import { createApiRouter } from './api-router.ts';

let parts: TestParts;
let issuer: TokenIssuer;
let app: Express;
beforeEach(async () => {
  const at = (): Date => new Date('2026-11-27T12:00:00Z');
  issuer = await createTokenIssuer(at);
  parts = createTestParts({ fetch: issuer.fetch });
  app = createTestApp(parts, createApiRouter(parts));
});

const upload = (token: string | null, body: unknown = sampleUpload()) =>
  request(app)
    .post('/api/reports')
    .set(ourHost)
    .set(token === null ? {} : { authorization: `Bearer ${token}` })
    .send(body as object); // JSON, whatever it is
const askDecisions = (token: string, id = 42, number = 7) =>
  request(app)
    .get(`/api/repositories/${id}/pull-requests/${number}/decisions`)
    .set({ ...ourHost, authorization: `Bearer ${token}` });
async function addRepositoryToken(id = 42, fullName = 'acme/serving'): Promise<string> {
  const { token, hash } = createRepositoryToken();
  await parts.store.addRepositoryToken({ id, fullName }, 'ci', hash);
  return token;
}

test('stores the report of a run, once', async () => {
  const first = await upload(await issuer.sign());
  expect([first.status, first.body]).toEqual([
    201,
    { revisionId: 'revision-1', url: 'https://review.example/reviews/acme/serving/7?revision=revision-1' },
  ]);
  const second = await upload(await issuer.sign());
  expect([second.status, second.body]).toEqual([200, first.body]);
  expect(parts.store.uploads).toMatchObject([{ uploadedBy: 'oidc', repository: { id: 42 } }]);
  expect(parts.store.audit).toEqual([
    {
      actor: 'oidc:acme/serving',
      action: 'upload',
      repositoryId: 42,
      detail: { number: 7, revisionId: 'revision-1', run: 1, attempt: 1 },
    },
  ]);
});

test("takes a repository's token, until it is revoked", async () => {
  const token = await addRepositoryToken();
  expect((await upload(token)).status).toBe(201);
  expect(parts.store.uploads).toMatchObject([{ uploadedBy: 'repository-token' }]);
  const [record] = await parts.store.listRepositoryTokens(42);
  await parts.store.revokeRepositoryToken(42, record?.id ?? '');
  expect((await upload(token)).status).toBe(401);
});

test.each<[string, string | null]>([
  ['no token', null],
  ['nothing behind the prefix', 'tdr_'],
  ['an unknown token', `tdr_${'a'.repeat(43)}`],
  ['one that is too long', `tdr_${'a'.repeat(44)}`],
  ["GitHub's own", 'ghs_a'],
  ['a very long text', 'a'.repeat(9_000)],
])('asks for a token that counts instead of %s', async (_, token) => {
  const answer = await upload(token);
  expect([answer.status, answer.get('www-authenticate')]).toEqual([401, 'Bearer']);
  expect(Object.keys(answer.body as object)).toEqual(['error']);
  expect(answer.text).not.toContain('\\n');
});

test('takes other schemes and places for no token', async () => {
  const token = await issuer.sign();
  const answers = [
    await request(app)
      .post('/api/reports')
      .set({ ...ourHost, authorization: `Basic ${token}` })
      .send({}),
    await request(app)
      .post('/api/reports')
      .set({ ...ourHost, authorization: token })
      .send({}),
    await request(app).post(`/api/reports?access_token=${token}`).set(ourHost).send({}),
  ];
  expect(answers.map(({ status }) => status)).toEqual([401, 401, 401]);
});

test.each<[string, object]>([
  ['another repository', { repository_id: '43' }],
  ['another name of the repository', { repository: 'acme/other' }],
  ["another pull request's number", { ref: 'refs/pull/8/merge' }],
  ['a branch', { ref: 'refs/heads/main' }],
])('refuses a token for %s', async (_, claims) => {
  const answer = await upload(await issuer.sign({ ...claims }));
  expect(answer.status).toBe(403);
  expect(parts.store.uploads).toEqual([]);
  expect(parts.store.audit).toMatchObject([{ action: 'upload-refused' }]);
});

test("keeps a repository's token to its repository, by number and by name", async () => {
  const token = await addRepositoryToken(43, 'mallory/serving');
  await addRepositoryToken();
  expect((await upload(token)).status).toBe(403);
  const body = sampleUpload();
  expect((await upload(token, { ...body, repository: { ...body.repository, id: 43 } })).status).toBe(403);
  expect(parts.store.uploads).toEqual([]);
});

test('takes no token twice, for whatever it is used', async () => {
  const [first, second] = [await issuer.sign(), await issuer.sign()];
  expect((await upload(first)).status).toBe(201);
  expect((await askDecisions(first)).status).toBe(401);
  expect((await askDecisions(second)).status).toBe(200);
  expect((await upload(second)).status).toBe(401);
});

test('refuses what is no upload, on one line', async () => {
  const send = async (body: string, headers: Readonly<Record<string, string>>) => {
    const authorization = `Bearer ${await issuer.sign()}`;
    const answer = await request(app)
      .post('/api/reports')
      .set({ ...ourHost, authorization, ...headers })
      .send(body);
    return [answer.status, answer.body as unknown];
  };
  const json = { 'content-type': 'application/json' };
  expect(await send('{', json)).toEqual([400, { error: 'The body is no JSON in UTF-8.' }]);
  expect(await send('[]', json)).toEqual([422, { error: 'The upload is missing or of another type.' }]);
  expect(await send('a=b', { 'content-type': 'application/x-www-form-urlencoded' })).toEqual([
    415,
    { error: 'The body has to be application/json.' },
  ]);
  expect(await send('{}', { ...json, 'content-encoding': 'gzip' })).toEqual([
    415,
    { error: 'The body must not be compressed.' },
  ]);
});

test('takes a run from its own token only: the newest run is what is shown', async () => {
  const body = sampleUpload();
  const run = { run_id: '1', run_attempt: '1' };
  const newest = { ...body, run: { id: Number.MAX_SAFE_INTEGER, attempt: 1 } };
  expect((await upload(await issuer.sign(run), newest)).status).toBe(403);
  expect((await upload(await issuer.sign(run), { ...body, run: { id: 1, attempt: 2 } })).status).toBe(403);
  expect((await upload(await issuer.sign(run), body)).status).toBe(201);
});

test('shows hostile texts to nobody in answers, logs and headers', async () => {
  const body = sampleUpload();
  const title = 'a\r\nset-cookie: evil=1\r\n\r\n<script>alert(1)</script>';
  const token = await issuer.sign();
  const answer = await upload(token, { ...body, pullRequest: { ...body.pullRequest, title } });
  expect(answer.status).toBe(201);
  expect(answer.get('set-cookie')).toBeUndefined();
  expect(parts.store.uploads[0]?.pullRequest.title).toBe(title);
  await upload(token);
  await upload(await issuer.sign({ ref: 'refs/pull/8/merge' }));
  const seen = [answer.text, ...parts.log, JSON.stringify(parts.store.audit)].join('\n');
  expect(parts.log.length).toBeGreaterThan(0);
  for (const secret of [token, token.split('.')[2] ?? '', '<script>']) expect(seen).not.toContain(secret);
});

describe('a body of 50 MB', () => {
  interface Refused {
    readonly status: number | undefined;
    readonly text: string;
    /** What the server took from the connection. */
    readonly bytesRead: number;
  }

  async function sendLarge(headers: Readonly<Record<string, string>>): Promise<Refused> {
    const server = createServer(app);
    let bytesRead = 0;
    server.on('connection', (socket) => {
      socket.on('close', () => (bytesRead = socket.bytesRead));
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo; // it listens on TCP
    const client = sendRequest({ port, host: '127.0.0.1', method: 'POST', path: '/api/reports' });
    for (const [name, value] of Object.entries({ ...ourHost, ...headers })) client.setHeader(name, value);
    client.on('error', () => undefined); // the connection ends while it is sending
    const answered = once(client, 'response') as Promise<[IncomingMessage]>; // by the client's contract
    const chunk = Buffer.alloc(1_000_000, ' ');
    const large = Readable.from(
      (function* () {
        for (let sent = 0; sent < 50; sent += 1) yield chunk;
      })(),
    );
    large.pipe(client);
    const [response] = await answered;
    let text = '';
    for await (const part of response) text += String(part);
    while (bytesRead === 0) await wait(20);
    server.close();
    server.closeAllConnections();
    return { status: response.statusCode, text, bytesRead };
  }

  const type = { 'content-type': 'application/json' };
  const tooLarge = '{"error":"The body is larger than 20 MB."}';

  test('is not read when its length is told', async () => {
    const authorization = `Bearer ${await issuer.sign()}`;
    const refused = await sendLarge({ ...type, authorization, 'content-length': '50000000' });
    expect([refused.status, refused.text]).toEqual([413, tooLarge]);
    expect(refused.bytesRead).toBeLessThan(1_000_000);
  });

  test('is read to the limit when its length is not told', async () => {
    const authorization = `Bearer ${await issuer.sign()}`;
    const refused = await sendLarge({ ...type, authorization, 'transfer-encoding': 'chunked' });
    expect([refused.status, refused.text]).toEqual([413, tooLarge]);
    expect(refused.bytesRead).toBeLessThan(22_000_000);
  });

  test('is not read from somebody without a token', async () => {
    const refused = await sendLarge({ ...type, 'transfer-encoding': 'chunked' });
    expect(refused.status).toBe(401);
    expect(refused.bytesRead).toBeLessThan(1_000_000);
  });
});

describe('decisions', () => {
  let minutes = 0;
  function decide(given: {
    userId: number;
    fingerprint?: string;
    verdict?: 'approved' | 'rejected';
    isRevoked?: boolean;
  }) {
    minutes += 1;
    const { userId, fingerprint = 'f1', verdict = 'approved', isRevoked = false } = given;
    parts.store.decisions.push({
      id: `decision-${minutes}`,
      repositoryId: 42,
      number: 7,
      fingerprint,
      verdict,
      reason: `reason ${minutes}`,
      login: `user-${userId}`,
      userId,
      createdAt: new Date(Date.UTC(2026, 10, 27, 12, minutes)),
      revokedAt: isRevoked ? new Date('2026-11-27T13:00:00Z') : null,
    });
  }
  beforeEach(() => {
    minutes = 0;
  });

  test('are the newest of each person on each change that stand', async () => {
    decide({ userId: 1 });
    decide({ userId: 1, verdict: 'rejected' });
    decide({ userId: 2 });
    decide({ userId: 2, fingerprint: 'f2' });
    decide({ userId: 3 });
    decide({ userId: 3, isRevoked: true });
    await upload(await issuer.sign());
    const answer = await askDecisions(await issuer.sign({ ref: 'refs/heads/main' }));
    const { decisions } = answer.body as { decisions: Record<string, unknown>[] };
    expect(decisions.map(({ userId, fingerprint, verdict }) => [userId, fingerprint, verdict])).toEqual([
      [2, 'f2', 'approved'],
      [2, 'f1', 'approved'],
      [1, 'f1', 'rejected'],
    ]);
    expect(decisions[2]).toEqual({
      fingerprint: 'f1',
      verdict: 'rejected',
      login: 'user-1',
      userId: 1,
      at: '2026-11-27T12:02:00.000Z',
      reason: 'reason 2',
      url: 'https://review.example/reviews/acme/serving/7',
    });
  });

  test('are told to tokens of the repository only', async () => {
    decide({ userId: 1 });
    expect((await askDecisions(await issuer.sign({ repository_id: '43' }))).status).toBe(403);
    expect((await askDecisions(await addRepositoryToken(43, 'mallory/serving'))).status).toBe(403);
    expect((await askDecisions(await addRepositoryToken())).status).toBe(200);
    expect((await askDecisions('nothing')).status).toBe(401);
  });

  test.each(['0', '-1', '1e3', '7.5', '99999999999999999999', 'a', '%00', '2147483648'])(
    'are none of the pull request %s',
    async (number) => {
      const answer = await request(app)
        .get(`/api/repositories/42/pull-requests/${number}/decisions`)
        .set({ ...ourHost, authorization: `Bearer ${await issuer.sign()}` });
      expect([answer.status, answer.body]).toEqual([404, { error: 'There is no such pull request.' }]);
    },
  );
});
