import { request as httpRequest } from 'node:http';
import { pick } from '../testing/send.ts';
import { startSeeded } from '../testing/seeded.ts';
import type { Seeded } from '../testing/seeded.ts';

let seeded: Seeded;
afterEach(() => seeded.gitHub.close());

const repositoryPath = '/repos/acme/serving';

/** fetch always sends a User-Agent. */
function sendWithoutAgent(url: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    httpRequest(url, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end();
  });
}

test('refuses a client without a User-Agent', async () => {
  seeded = await startSeeded();
  expect(await sendWithoutAgent(`${seeded.gitHub.baseUrl}${repositoryPath}`)).toBe(403);
});

test('says which version of the API answered, and refuses others', async () => {
  seeded = await startSeeded();
  const answer = await seeded.send({ to: repositoryPath, headers: { 'x-github-api-version': '2022-11-28' } });
  expect([answer.status, answer.headers.get('x-github-api-version-selected')]).toEqual([200, '2022-11-28']);
  const other = await seeded.send({ to: repositoryPath, headers: { 'x-github-api-version': '2020-01-01' } });
  expect([other.status, ...pick(other, 'message')]).toEqual([
    400,
    '"2020-01-01" is not a supported version here. Supported versions: 2022-11-28.',
  ]);
});

test('counts requests and refuses those beyond the hour, until it is over', async () => {
  let now = new Date('2026-03-01T10:00:00Z');
  seeded = await startSeeded({ clock: () => now });
  const { gitHub, repository } = seeded;
  const token = gitHub.addToken({ kind: 'actions', repository, permissions: {}, rateLimit: 2 });
  const ask = async (): Promise<(string | number | null)[]> => {
    const { status, headers } = await seeded.send({ to: repositoryPath, token });
    const names = ['limit', 'remaining', 'used', 'reset', 'resource'];
    return [status, ...names.map((name) => headers.get(`x-ratelimit-${name}`))];
  };
  expect(await ask()).toEqual([200, '2', '1', '1', '1772362800', 'core']);
  expect(await ask()).toEqual([200, '2', '0', '2', '1772362800', 'core']);
  expect(await ask()).toEqual([403, '2', '0', '2', '1772362800', 'core']);
  now = new Date('2026-03-01T11:00:00Z');
  expect(await ask()).toEqual([200, '2', '1', '1', '1772366400', 'core']);
});

test('has 1,000 requests for GITHUB_TOKEN, 5,000 for others and 60 for nobody', async () => {
  seeded = await startSeeded({ visibility: 'public' });
  const { gitHub, repository } = seeded;
  const app = gitHub.addToken({ kind: 'app', app: 'topodiff', repositories: [repository], permissions: {} });
  const limits = [];
  for (const token of [seeded.token, app, null]) {
    limits.push((await seeded.send({ to: repositoryPath, token })).headers.get('x-ratelimit-limit'));
  }
  expect(limits).toEqual(['1000', '5000', '60']);
});

test('counts GraphQL apart, and asks for a token there', async () => {
  seeded = await startSeeded();
  const ask = (token?: null) =>
    seeded.send({
      method: 'POST',
      to: '/graphql',
      body: { query: '{ viewer { login } }' },
      ...(token === undefined ? {} : { token }),
    });
  const answer = await ask();
  expect([
    answer.status,
    answer.headers.get('x-ratelimit-resource'),
    ...pick(answer, 'data.viewer.login'),
  ]).toEqual([200, 'graphql', 'github-actions[bot]']);
  expect((await ask(null)).status).toBe(401);
  expect((await seeded.send({ to: '/graphql' })).status).toBe(404);
});

test('refuses what is no JSON object, and media types that it does not have', async () => {
  seeded = await startSeeded();
  const post = (body: string): Promise<Response> =>
    fetch(`${seeded.gitHub.baseUrl}${repositoryPath}/issues/1/comments`, {
      method: 'POST',
      headers: { authorization: `token ${seeded.token}`, 'user-agent': 'test' },
      body,
    });
  expect((await post('{"body":')).status).toBe(400);
  expect((await post('["a"]')).status).toBe(400);
  const html = await seeded.send({
    to: repositoryPath,
    headers: { accept: 'application/vnd.github.html+json' },
  });
  expect(html.status).toBe(415);
});

test('reports what it does not have, and what GitHub would silently ignore', async () => {
  seeded = await startSeeded();
  expect((await seeded.send({ to: `${repositoryPath}/tags` })).status).toBe(404);
  expect((await seeded.send({ to: `${repositoryPath}/pulls/first` })).status).toBe(422);
  expect((await seeded.send({ to: `${repositoryPath}/pulls/1/files?perpage=100` })).status).toBe(422);
  await seeded.send({ method: 'POST', to: '/graphql', body: { query: '{ viewer { email } }' } });
  expect(seeded.gitHub.takeViolations().map(({ side, problems }) => [side, ...problems])).toEqual([
    ['request', `The stand-in has no GET ${repositoryPath}/tags`],
    ['request', 'For \'pull_number\', "first" is not a integer.'],
    ['request', '"perpage" is not a permitted query parameter.'],
    ['request', "Field 'email' doesn't exist on type 'User' at 1:12"],
  ]);
});

test('logs each request with who asked and without the token', async () => {
  seeded = await startSeeded({ visibility: 'public' });
  await seeded.send({
    to: `/repositories/${seeded.repository.id}/contents/llama%2Fmodel-config.yaml?ref=wider`,
  });
  await seeded.send({ method: 'POST', to: `${repositoryPath}/issues/1/comments`, body: { body: 'a' } });
  await seeded.send({ to: repositoryPath, token: null });
  await seeded.send({ to: repositoryPath, token: 'ghs_unknown' });
  const { requests } = seeded.gitHub;
  expect(
    requests.map(({ method, path, query, body, status, login }) => ({
      method,
      path,
      query,
      body,
      status,
      login,
    })),
  ).toEqual([
    {
      method: 'GET',
      path: `${repositoryPath}/contents/llama/model-config.yaml`,
      query: { ref: 'wider' },
      body: undefined,
      status: 200,
      login: 'github-actions[bot]',
    },
    {
      method: 'POST',
      path: `${repositoryPath}/issues/1/comments`,
      query: {},
      body: { body: 'a' },
      status: 201,
      login: 'github-actions[bot]',
    },
    { method: 'GET', path: repositoryPath, query: {}, body: undefined, status: 200, login: null },
    { method: 'GET', path: repositoryPath, query: {}, body: undefined, status: 401, login: null },
  ]);
  expect(requests.map(({ headers }) => headers['authorization'])).toEqual([
    'Bearer ***',
    'Bearer ***',
    undefined,
    'Bearer ***',
  ]);
  expect(JSON.stringify(requests)).not.toContain(seeded.token);
  seeded.gitHub.clearRequests();
  expect(seeded.gitHub.requests).toEqual([]);
});
